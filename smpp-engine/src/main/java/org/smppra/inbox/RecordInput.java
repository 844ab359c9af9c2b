package org.smppra.inbox;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smppra.outbox.AccountKey;

/** Reads what {@link RecordOutput} wrote. */
final class RecordInput {
    private final ByteBuffer in;
    private final RecordKind kind;

    /** @throws RecordException if it is of no kind or version that is known */
    RecordInput(byte[] record) throws RecordException {
        this.in = ByteBuffer.wrap(record);
        this.kind = RecordKind.of(number8());
        int version = number8();
        if (version != RecordKind.VERSION) {
            throw new RecordException("format version " + version + " of a " + kind + " is not known");
        }
    }

    RecordKind kind() {
        return kind;
    }

    private interface Field<T> {
        T read();
    }

    private <T> T read(Field<T> field) throws RecordException {
        try {
            return field.read();
        } catch (BufferUnderflowException | DateTimeException e) {
            throw new RecordException("ends or breaks at octet " + in.position());
        }
    }

    int number8() throws RecordException {
        return read(() -> in.get() & 0xFF);
    }

    int number32() throws RecordException {
        return read(in::getInt);
    }

    long number64() throws RecordException {
        return read(in::getLong);
    }

    boolean truth() throws RecordException {
        return number8() != 0;
    }

    /** A number of elements, of which each takes an octet at least. */
    int count() throws RecordException {
        int count = number32();
        if (count < 0 || count > in.remaining()) {
            throw new RecordException("a count of " + count + " at octet " + in.position());
        }
        return count;
    }

    byte[] bytes() throws RecordException {
        byte[] value = new byte[count()];
        in.get(value);
        return value;
    }

    String text() throws RecordException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    @Nullable
    String textOrNull() throws RecordException {
        return truth() ? text() : null;
    }

    Instant instant() throws RecordException {
        long second = number64();
        int nano = number32();
        return read(() -> Instant.ofEpochSecond(second, nano));
    }

    AccountKey account() throws RecordException {
        String name = text();
        String systemId = text();
        Set<String> hosts = new HashSet<>();
        for (int rest = count(); rest > 0; rest--) {
            hosts.add(text());
        }
        return new AccountKey(name, systemId, hosts);
    }
}
