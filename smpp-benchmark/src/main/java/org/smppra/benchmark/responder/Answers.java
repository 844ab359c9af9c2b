package org.smppra.benchmark.responder;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.smppra.benchmark.scenario.Sample;

/** What one connection is about to be sent: copies of octets that were made once. SMPP 3.4 section 3.2. */
final class Answers {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int HEADER = 16;
    private static final int RESPONSE = 0x80000000;

    private final byte[] receipt = Sample.octets(Sample.receipt());
    private final int idAt = new String(receipt, StandardCharsets.ISO_8859_1).indexOf("id:") + 3;
    private final MessageIds ids;
    private byte[] octets = new byte[64 * 1024];
    private int length;
    private int delivered;

    Answers(MessageIds ids) {
        this.ids = ids;
    }

    static int int32(byte[] octets, int at) {
        return (int) INT.get(octets, at);
    }

    byte[] octets() {
        return octets;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void submitSmResp(int sequenceNumber) {
        header(Sample.ANSWER, 4 | RESPONSE, sequenceNumber);
        ids.next(octets, length + HEADER);
        octets[length + HEADER + Sample.ID] = 0;
        length += Sample.ANSWER;
    }

    /** Also of a bind: without a system_id. */
    void otherResp(int commandId, int sequenceNumber) {
        boolean bind = commandId == 1 || commandId == 2 || commandId == 9;
        int size = bind ? HEADER + 1 : HEADER;
        header(size, commandId | RESPONSE, sequenceNumber);
        octets[length + size - 1] = bind ? 0 : octets[length + size - 1];
        length += size;
    }

    private void header(int size, int commandId, int sequenceNumber) {
        ensure(size);
        INT.set(octets, length, size);
        INT.set(octets, length + 4, commandId);
        INT.set(octets, length + 8, 0);
        INT.set(octets, length + 12, sequenceNumber);
    }

    /** A deliver_sm about the message whose submit_sm_resp was just made. */
    void receiptOfLast() {
        int answered = length - Sample.ANSWER + HEADER;
        receipt();
        System.arraycopy(octets, answered, octets, length - receipt.length + idAt, Sample.ID);
    }

    /** A deliver_sm about any message. */
    void receipt() {
        ensure(receipt.length);
        System.arraycopy(receipt, 0, octets, length, receipt.length);
        INT.set(octets, length + 12, ++delivered);
        length += receipt.length;
    }

    private void ensure(int more) {
        if (length + more > octets.length) {
            octets = Arrays.copyOf(octets, octets.length * 2);
        }
    }
}
