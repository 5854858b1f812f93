package org.luaplatform.adapters.documents.tenancy;

import java.time.Instant;
import java.util.Optional;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.adapters.documents.Stored;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.RepeatedRequests.Remembered;

/// What a store of [RepeatedRequests] keeps of one request: `{id, organization, key, fingerprint, resourceId,
/// since, answer?}`.
///
/// @param answer what it was answered, once it was
public record RememberedRequest(
        OrganizationId organization,
        RepeatedRequests.Key key,
        String fingerprint,
        String resourceId,
        Instant since,
        Optional<String> answer) {

    /// The id of what is kept of a request.
    public static String id(OrganizationId organization, RepeatedRequests.Key key) {
        return Stored.id(organization.value(), key.value());
    }

    public Document toDocument() {
        return Stored.document(id(organization, key))
                .put("organization", organization.value())
                .put("key", key.value())
                .put("fingerprint", fingerprint)
                .put("resourceId", resourceId)
                .putMillis("since", since)
                .put("answer", answer)
                .build();
    }

    public static RememberedRequest of(Document document) {
        return Stored.read(
                document,
                () -> new RememberedRequest(
                        new OrganizationId(document.text("organization")),
                        new RepeatedRequests.Key(document.text("key")),
                        document.text("fingerprint"),
                        document.text("resourceId"),
                        document.instant("since"),
                        document.optionalText("answer")));
    }

    public boolean isForgottenAt(Instant now) {
        return since.plus(RepeatedRequests.KEPT).isBefore(now);
    }

    /// What a later request under the same key, with this fingerprint, is told.
    public Remembered tell(String laterFingerprint) {
        if (!fingerprint.equals(laterFingerprint)) {
            return new Remembered.Different();
        }
        return answer.<Remembered>map(Remembered.Answered::new)
                .orElseGet(() -> new Remembered.Unanswered(resourceId, since));
    }
}
