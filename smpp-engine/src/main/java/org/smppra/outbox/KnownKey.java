package org.smppra.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Octets;

/** An idempotency key, and the content that was submitted with it, as digests: small, and a wrong match never happens. */
final class KnownKey {
    private final long high;
    private final long low;
    private final long content;

    private KnownKey(long high, long low, long content) {
        this.high = high;
        this.low = low;
        this.content = content;
    }

    static @Nullable KnownKey of(OutboxMessage message) {
        return message.idempotencyKey() == null ? null : of(message.idempotencyKey(), message.content());
    }

    static KnownKey of(String idempotencyKey, Octets content) {
        ByteBuffer key = digest(idempotencyKey.getBytes(StandardCharsets.UTF_8));
        return new KnownKey(
                key.getLong(), key.getLong(), digest(content.toByteArray()).getLong());
    }

    private static ByteBuffer digest(byte[] octets) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) { // every Java platform has it
            throw new IllegalStateException(e);
        }
    }

    boolean hasSameContent(KnownKey other) {
        return content == other.content;
    }

    void writeTo(RecordOutput out) {
        out.number64(high).number64(low).number64(content);
    }

    static KnownKey readFrom(RecordInput in) throws RecordException {
        return new KnownKey(in.number64(), in.number64(), in.number64());
    }

    /** Of the key alone. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KnownKey that && high == that.high && low == that.low;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(low);
    }
}
