package org.smppra.inbox;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.outbox.AccountKey;

/** Writes the fields of a record. Its first two octets say what it is and in which version of its format. */
final class RecordOutput {
    private static final int USUAL_LENGTH = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(USUAL_LENGTH);
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    RecordOutput(RecordKind kind) {
        number8(kind.code()).number8(RecordKind.VERSION);
    }

    RecordOutput number8(int value) {
        out.write(value);
        return this;
    }

    RecordOutput number32(int value) {
        out.write(number.putInt(0, value).array(), 0, Integer.BYTES);
        return this;
    }

    RecordOutput number64(long value) {
        out.write(number.putLong(0, value).array(), 0, Long.BYTES);
        return this;
    }

    RecordOutput truth(boolean value) {
        return number8(value ? 1 : 0);
    }

    RecordOutput bytes(byte[] value) {
        number32(value.length);
        out.write(value, 0, value.length);
        return this;
    }

    RecordOutput text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    RecordOutput textOrNull(@Nullable String value) {
        truth(value != null);
        return value == null ? this : text(value);
    }

    RecordOutput instant(Instant value) {
        return number64(value.getEpochSecond()).number32(value.getNano());
    }

    RecordOutput account(AccountKey account) {
        text(account.name()).text(account.systemId());
        List<String> hosts = account.hosts().stream().sorted().toList();
        number32(hosts.size());
        hosts.forEach(this::text);
        return this;
    }

    byte[] toByteArray() {
        return out.toByteArray();
    }
}
