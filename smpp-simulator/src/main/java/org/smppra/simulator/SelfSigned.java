package org.smppra.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A throw-away certificate for localhost with its key, never on a disk. Written by hand, since Java has no public way to
 * make one and its keytool takes longer than all the rest of a start.
 *
 * <p>RFC 5280 section 4.1 (certificate), RFC 5758 section 3.2 (signature).
 */
final class SelfSigned {
    /** Of a key that lives as long as the simulator, in memory alone. */
    static final String PASSWORD = "throw-away";

    private static final String NAME = "smpp-simulator";
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final Duration AFTER = Duration.ofDays(3650);
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.objectId("2a8648ce3d040302"));
    private static final byte[] COMMON_NAME = Der.objectId("550403");
    private static final byte[] SUBJECT_ALTERNATIVE_NAME = Der.objectId("551d11");

    private SelfSigned() {}

    /** A key store with one entry, under {@link #PASSWORD}. */
    static KeyStore make(Instant now) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        // In memory alone: the older form spends no time on guarding the key.
        KeyStore keys = KeyStore.getInstance("JKS");
        keys.load(null, null);
        keys.setKeyEntry(
                NAME, pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate(pair, now)});
        return keys;
    }

    private static Certificate certificate(KeyPair pair, Instant now) throws GeneralSecurityException {
        byte[] content = content(pair, now);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(content);
        byte[] certificate = Der.sequence(content, ECDSA_WITH_SHA256, Der.bitString(signature.sign()));
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
    }

    private static byte[] content(KeyPair pair, Instant now) {
        byte[] name = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.utf8("localhost"))));
        return Der.sequence(
                Der.explicit(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(127, new SecureRandom()).add(BigInteger.ONE)),
                ECDSA_WITH_SHA256,
                name,
                Der.sequence(time(now.minus(BEFORE)), time(now.plus(AFTER))),
                name,
                pair.getPublic().getEncoded(),
                Der.explicit(
                        3,
                        Der.sequence(Der.sequence(SUBJECT_ALTERNATIVE_NAME, Der.octetString(alternativeNames())))));
    }

    private static byte[] alternativeNames() {
        return Der.sequence(
                Der.implicit(2, "localhost".getBytes(StandardCharsets.US_ASCII)),
                Der.implicit(7, HexFormat.of().parseHex("7f000001")),
                Der.implicit(7, HexFormat.of().parseHex("00000000000000000000000000000001")));
    }

    private static byte[] time(Instant instant) {
        return Der.utcTime(UTC_TIME.format(instant));
    }
}
