package org.luaplatform.adapters.http;

import org.luaplatform.adapters.http.act.ActUseCases;
import org.luaplatform.adapters.http.learn.LearnUseCases;
import org.luaplatform.adapters.http.tenancy.TenancyUseCases;
import org.luaplatform.adapters.http.understand.UnderstandUseCases;

/// Everything that can be done by HTTP, room by room.
public record HttpUseCases(
        TenancyUseCases tenancy, LearnUseCases learn, UnderstandUseCases understand, ActUseCases act) {}
