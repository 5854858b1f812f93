package org.luaplatform.adapters.http.understand;

import org.luaplatform.application.understand.ExportFeedback;
import org.luaplatform.application.understand.ListFailedAnalyses;
import org.luaplatform.application.understand.ListThemes;
import org.luaplatform.application.understand.ReadBacklog;
import org.luaplatform.application.understand.ReadFeedback;
import org.luaplatform.application.understand.ReadInsight;
import org.luaplatform.application.understand.ReadStatistics;
import org.luaplatform.application.understand.ReadTheme;
import org.luaplatform.application.understand.RetryAnalysis;
import org.luaplatform.application.understand.SearchFeedback;

/// What can be done in this room.
public record UnderstandUseCases(
        SearchFeedback searchFeedback,
        ReadFeedback readFeedback,
        ReadInsight readInsight,
        ExportFeedback exportFeedback,
        RetryAnalysis retryAnalysis,
        ListFailedAnalyses listFailedAnalyses,
        ReadBacklog readBacklog,
        ListThemes listThemes,
        ReadTheme readTheme,
        ReadStatistics readStatistics) {}
