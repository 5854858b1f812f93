package org.luaplatform.adapters.http.learn;

import org.luaplatform.application.learn.CheckOrigin;
import org.luaplatform.application.learn.CloseForm;
import org.luaplatform.application.learn.CollectFeedback;
import org.luaplatform.application.learn.CreateForm;
import org.luaplatform.application.learn.EditForm;
import org.luaplatform.application.learn.ListForms;
import org.luaplatform.application.learn.ListImports;
import org.luaplatform.application.learn.PublishForm;
import org.luaplatform.application.learn.ReadForm;
import org.luaplatform.application.learn.ReadFormVersion;
import org.luaplatform.application.learn.ReadImport;
import org.luaplatform.application.learn.ReadPublicForm;
import org.luaplatform.application.learn.ReadRejectedRows;
import org.luaplatform.application.learn.StartImport;

/// What can be done in this room.
public record LearnUseCases(
        CreateForm createForm,
        EditForm editForm,
        PublishForm publishForm,
        CloseForm closeForm,
        ReadForm readForm,
        ReadFormVersion readFormVersion,
        ListForms listForms,
        ReadPublicForm readPublicForm,
        CheckOrigin checkOrigin,
        CollectFeedback collectFeedback,
        StartImport startImport,
        ReadImport readImport,
        ListImports listImports,
        ReadRejectedRows readRejectedRows) {}
