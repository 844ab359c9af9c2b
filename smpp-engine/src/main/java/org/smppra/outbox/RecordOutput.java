package org.smppra.outbox;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Octets;

/** Writes the fields of a record. Its first two octets say what it is and in which version of its format. */
final class RecordOutput {
    private static final int USUAL_LENGTH = 512;

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream(USUAL_LENGTH);
    private final DataOutputStream out = new DataOutputStream(octets);

    RecordOutput(RecordKind kind) {
        number8(kind.code());
        number8(RecordKind.VERSION);
    }

    private interface Step {
        void run() throws IOException;
    }

    private RecordOutput write(Step step) {
        try {
            step.run();
        } catch (IOException e) { // there is none in memory
            throw new UncheckedIOException(e);
        }
        return this;
    }

    RecordOutput number8(int value) {
        return write(() -> out.writeByte(value));
    }

    RecordOutput number32(int value) {
        return write(() -> out.writeInt(value));
    }

    RecordOutput number64(long value) {
        return write(() -> out.writeLong(value));
    }

    RecordOutput truth(boolean value) {
        return number8(value ? 1 : 0);
    }

    RecordOutput bytes(byte[] value) {
        return write(() -> {
            out.writeInt(value.length);
            out.write(value);
        });
    }

    RecordOutput octets(Octets value) {
        return bytes(value.toByteArray());
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

    RecordOutput instantOrNull(@Nullable Instant value) {
        truth(value != null);
        return value == null ? this : instant(value);
    }

    RecordOutput account(AccountKey account) {
        text(account.name()).text(account.systemId());
        List<String> hosts = account.hosts().stream().sorted().toList();
        number32(hosts.size());
        hosts.forEach(this::text);
        return this;
    }

    byte[] toByteArray() {
        return octets.toByteArray();
    }
}
