package org.luaplatform.domain.act;

import org.luaplatform.domain.tenancy.OrganizationId;

/// On which side of a rule's bound its subject was last seen.
///
/// @param subject what was looked at, such as `<theme id>.size` or `nps.below`
/// @param beyond whether it has crossed the bound and not come back so far
/// @param crossings how often it has crossed
public record Watch(OrganizationId organization, RuleId rule, String subject, boolean beyond, long crossings) {}
