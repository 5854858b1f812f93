package org.luaplatform.domain.act;

import org.luaplatform.domain.tenancy.OrganizationId;

/// On which side of a rule's bound its subject was last seen.
///
/// A crossing is first noted here and then told. Whoever finds one that was noted and not told, since the process
/// died in between, tells it; so that each is told, and under the same number each time.
///
/// @param subject what was looked at, such as `<theme id>.size` or `nps.below`
/// @param beyond whether it has crossed the bound and not come back so far
/// @param crossings how often it has crossed
/// @param told whether the last crossing has been told; true if there was none
public record Watch(
        OrganizationId organization, RuleId rule, String subject, boolean beyond, long crossings, boolean told) {

    /// What is known of a subject that nobody has looked at before.
    public static Watch unseen(OrganizationId organization, RuleId rule, String subject) {
        return new Watch(organization, rule, subject, false, 0, true);
    }

    /// After a look at it. What is beyond the bound at the first look counts as having crossed it.
    public Watch seen(boolean isBeyond) {
        if (isBeyond == beyond) {
            return this;
        }
        return isBeyond
                ? new Watch(organization, rule, subject, true, crossings + 1, false)
                : new Watch(organization, rule, subject, false, crossings, told);
    }

    /// After its last crossing was told.
    public Watch withTold() {
        return new Watch(organization, rule, subject, beyond, crossings, true);
    }
}
