package org.luaplatform.adapters.http.act;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.luaplatform.domain.act.SigningSecret;

/// Signs as [Standard
/// Webhooks](https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md) says.
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    /// The header `webhook-signature`: one signature by each secret, so that a receiver may know any of them.
    ///
    /// @param timestamp seconds since 1970, as in the header `webhook-timestamp`
    static String of(String id, long timestamp, byte[] body, List<SigningSecret> secrets) {
        byte[] prefix = "%s.%d.".formatted(id, timestamp).getBytes(StandardCharsets.UTF_8);
        return secrets.stream().map(secret -> sign(prefix, body, secret)).collect(joining(" "));
    }

    private static String sign(byte[] prefix, byte[] body, SigningSecret secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            mac.update(prefix);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
