package org.luaplatform.adapters.documents.understand;

import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.understand.Bucket;

/// A bucket as a store keeps it.
///
/// @param lastPlan the number of the last plan that changed it
public record BucketRecord(OrganizationId organization, Bucket bucket, long lastPlan) {}
