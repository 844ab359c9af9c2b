package org.smppra.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A submission id as its 20 octets, without a string's costs; sorts as the text does. */
class SubmissionKey implements Comparable<SubmissionKey> {
    static final int LENGTH = 20;

    private final long high;
    private final long low;
    private final int end;

    /** @param id a shorter one sorts before all that begin with it */
    SubmissionKey(String id) {
        ByteBuffer octets = ByteBuffer.wrap(Arrays.copyOf(id.getBytes(StandardCharsets.ISO_8859_1), LENGTH));
        this.high = octets.getLong();
        this.low = octets.getLong();
        this.end = octets.getInt();
    }

    String submissionId() {
        byte[] octets = new byte[LENGTH];
        ByteBuffer.wrap(octets).putLong(high).putLong(low).putInt(end);
        return new String(octets, StandardCharsets.ISO_8859_1).trim();
    }

    @Override
    public int compareTo(SubmissionKey other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        int byLow = byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
        return byLow != 0 ? byLow : Integer.compareUnsigned(end, other.end);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubmissionKey that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high * 31 + low) * 31 + end;
    }
}
