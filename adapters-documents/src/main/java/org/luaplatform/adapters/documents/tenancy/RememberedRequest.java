package org.luaplatform.adapters.documents.tenancy;

import java.time.Instant;
import java.util.Optional;
import org.luaplatform.adapters.documents.Document;
import org.luaplatform.domain.tenancy.OrganizationId;
import org.luaplatform.domain.tenancy.RepeatedRequests;
import org.luaplatform.domain.tenancy.RepeatedRequests.Remembered;

/// What a store of [RepeatedRequests] keeps of one request.
///
/// @param answer what it was answered, once it was
public record RememberedRequest(
        OrganizationId organization,
        RepeatedRequests.Key key,
        String fingerprint,
        String resourceId,
        Instant since,
        Optional<String> answer) {

    private static final int VERSION = 1;

    public Document toDocument() {
        return Document.builder()
                .put("v", VERSION)
                .put("organizationId", organization.value())
                .put("key", key.value())
                .put("fingerprint", fingerprint)
                .put("resourceId", resourceId)
                .putMillis("since", since)
                .put("answer", answer)
                .build();
    }

    public static RememberedRequest of(Document document) {
        return new RememberedRequest(
                document.read("organizationId", OrganizationId::new),
                document.read("key", RepeatedRequests.Key::new),
                document.text("fingerprint"),
                document.text("resourceId"),
                document.instant("since"),
                document.optionalText("answer"));
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
