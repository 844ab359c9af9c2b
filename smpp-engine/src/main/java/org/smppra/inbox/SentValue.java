package org.smppra.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@link SentAs} as octets; part of the format on disk. */
final class SentValue {
    private SentValue() {}

    static byte[] encoded(SentAs as) {
        byte[] id = as.submissionId().getBytes(StandardCharsets.UTF_8);
        String reference = as.reference();
        byte[] own = reference == null ? new byte[0] : reference.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(Short.BYTES * 3 + 1 + id.length + own.length);
        out.putShort((short) as.partNumber()).putShort((short) as.partCount());
        out.put((byte) (reference == null ? 0 : 1));
        return out.putShort((short) id.length).put(id).put(own).array();
    }

    static SentAs decoded(byte[] value) {
        ByteBuffer in = ByteBuffer.wrap(value);
        int partNumber = in.getShort() & 0xFFFF;
        int partCount = in.getShort() & 0xFFFF;
        boolean hasReference = in.get() != 0;
        String id = text(in, in.getShort() & 0xFFFF);
        @Nullable String reference = hasReference ? text(in, in.remaining()) : null;
        return new SentAs(id, reference, partNumber, partCount);
    }

    private static String text(ByteBuffer in, int length) {
        byte[] octets = new byte[length];
        in.get(octets);
        return new String(octets, StandardCharsets.UTF_8);
    }
}
