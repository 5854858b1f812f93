package org.luaplatform.adapters.http.tenancy;

import org.luaplatform.application.tenancy.Authenticate;
import org.luaplatform.application.tenancy.FollowEvents;
import org.luaplatform.application.tenancy.IssueApiKey;
import org.luaplatform.application.tenancy.ListApiKeys;
import org.luaplatform.application.tenancy.ReadOrganization;
import org.luaplatform.application.tenancy.RevokeApiKey;

/// What can be done in this room.
public record TenancyUseCases(
        Authenticate authenticate,
        ReadOrganization readOrganization,
        IssueApiKey issueApiKey,
        ListApiKeys listApiKeys,
        RevokeApiKey revokeApiKey,
        FollowEvents followEvents) {}
