package org.luaplatform.adapters.http.act;

import org.luaplatform.application.act.CreateDestination;
import org.luaplatform.application.act.CreateRule;
import org.luaplatform.application.act.EditDestination;
import org.luaplatform.application.act.EditRule;
import org.luaplatform.application.act.EnableDestination;
import org.luaplatform.application.act.ListDeliveries;
import org.luaplatform.application.act.ListDestinations;
import org.luaplatform.application.act.ListRules;
import org.luaplatform.application.act.ReadDelivery;
import org.luaplatform.application.act.ReadDestination;
import org.luaplatform.application.act.ReadRule;
import org.luaplatform.application.act.RemoveDestination;
import org.luaplatform.application.act.RemoveRule;
import org.luaplatform.application.act.ReplayDeliveries;
import org.luaplatform.application.act.ReplayDelivery;
import org.luaplatform.application.act.RotateSecret;
import org.luaplatform.application.act.TestDestination;

/// What can be done in this room.
public record ActUseCases(
        CreateDestination createDestination,
        ReadDestination readDestination,
        ListDestinations listDestinations,
        EditDestination editDestination,
        RotateSecret rotateSecret,
        EnableDestination enableDestination,
        RemoveDestination removeDestination,
        TestDestination testDestination,
        CreateRule createRule,
        ReadRule readRule,
        ListRules listRules,
        EditRule editRule,
        RemoveRule removeRule,
        ListDeliveries listDeliveries,
        ReadDelivery readDelivery,
        ReplayDelivery replayDelivery,
        ReplayDeliveries replayDeliveries) {}
