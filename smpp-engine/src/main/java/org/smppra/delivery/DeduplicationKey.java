package org.smppra.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A name that is the same whenever the same thing is delivered again: 40 hexadecimal digits. */
final class DeduplicationKey {
    private static final int OCTETS = 20;
    private static final int USUAL = 128;

    private DeduplicationKey() {}

    static String of(@Nullable Object... facts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            StringBuilder all = new StringBuilder(USUAL);
            for (Object fact : facts) {
                all.append(fact).append('\0');
            }
            byte[] name = digest.digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(name, 0, OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
