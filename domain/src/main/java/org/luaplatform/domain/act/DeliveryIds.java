package org.luaplatform.domain.act;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.luaplatform.domain.learn.FeedbackId;

/// Names deliveries by what they are about. Whoever enqueues the same news for the same rule and destination again,
/// after a crash or on another replica, gives it the same name, and so it is enqueued once.
public final class DeliveryIds {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

    /// 26 characters of 5 bits each: as long as every other id.
    private static final int LENGTH = 26;

    private DeliveryIds() {}

    /// The news that a piece of feedback was understood.
    public static DeliveryId ofFeedback(RuleId rule, DestinationId destination, FeedbackId feedback) {
        return hash("feedback", rule.value(), destination.value(), feedback.value());
    }

    /// The news that a rule's bound was crossed.
    ///
    /// @param watch as the crossing leaves it
    public static DeliveryId ofCrossing(DestinationId destination, Watch watch) {
        return hash(
                "crossing",
                watch.rule().value(),
                destination.value(),
                watch.subject(),
                Long.toString(watch.crossings()));
    }

    private static DeliveryId hash(String... parts) {
        MessageDigest sha = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // With its length before it, no part can be mistaken for the end of another.
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            sha.update(bytes);
        }
        return new DeliveryId(base32(sha.digest()));
    }

    private static String base32(byte[] digest) {
        ByteBuffer bits = ByteBuffer.wrap(digest);
        long high = bits.getLong();
        long middle = bits.getLong();
        long low = bits.getLong();
        char[] text = new char[LENGTH];
        for (int at = 0; at < LENGTH; at++) {
            text[at] = ALPHABET[(int) (high >>> 59)];
            high = (high << 5) | (middle >>> 59);
            middle = (middle << 5) | (low >>> 59);
            low <<= 5;
        }
        return new String(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
