package org.smppra.benchmark.responder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One connection: one write a read, whatever number of PDUs came. The system_id chooses: {@code r100} wants 100
 * deliver_sm under way from its first submit_sm on, {@code e…} a receipt after each answer.
 */
final class Answering {
    private static final int SUBMIT_SM = 4;
    private static final int UNBIND = 6;
    private static final int STATUS = 8;
    private static final int SEQUENCE_NUMBER = 12;
    private static final int SYSTEM_ID = 16;

    private final Answers answers;
    private final Counts counts;
    private final byte[] in = new byte[128 * 1024];
    private int outstanding;
    private boolean receiptEach;
    private boolean unbound;
    private int submits;
    private int submitOctets;
    private int acknowledged;

    Answering(MessageIds ids, Counts counts) {
        this.answers = new Answers(ids);
        this.counts = counts;
    }

    void run(InputStream from, OutputStream to) throws IOException {
        int filled = 0;
        while (!unbound) {
            int read = from.read(in, filled, in.length - filled);
            if (read < 0) {
                return;
            }
            filled += read;
            int at = 0;
            while (filled - at >= 4 && filled - at >= Answers.int32(in, at)) {
                int length = Answers.int32(in, at);
                answer(at, length);
                at += length;
            }
            filled -= at;
            System.arraycopy(in, at, in, 0, filled);
            count();
            to.write(answers.octets(), 0, answers.length());
            answers.clear();
        }
    }

    private void count() {
        counts.add(submits, submitOctets, acknowledged);
        submits = 0;
        submitOctets = 0;
        acknowledged = 0;
    }

    private void answer(int at, int length) {
        int commandId = Answers.int32(in, at + 4);
        int sequenceNumber = Answers.int32(in, at + SEQUENCE_NUMBER);
        if (commandId == SUBMIT_SM) {
            submitted(sequenceNumber, length);
        } else if (commandId < 0) {
            delivered(Answers.int32(in, at + STATUS) == 0);
        } else {
            answers.otherResp(commandId, sequenceNumber);
            unbound |= commandId == UNBIND;
            if (commandId != UNBIND && length > SYSTEM_ID) {
                bound(at + SYSTEM_ID);
            }
        }
    }

    private void bound(int systemIdAt) {
        int end = systemIdAt;
        while (in[end] != 0) {
            end++;
        }
        String systemId = new String(in, systemIdAt, end - systemIdAt, StandardCharsets.ISO_8859_1);
        receiptEach = systemId.startsWith("e");
        outstanding = systemId.startsWith("r") ? Integer.parseInt(systemId.substring(1)) : 0;
    }

    private void submitted(int sequenceNumber, int length) {
        submits++;
        submitOctets += length;
        answers.submitSmResp(sequenceNumber);
        if (receiptEach) {
            answers.receiptOfLast();
        }
        for (int i = 0; i < outstanding; i++) {
            answers.receipt();
        }
    }

    /** One that was refused comes again. */
    private void delivered(boolean taken) {
        acknowledged += taken ? 1 : 0;
        if (outstanding > 0 || !taken) {
            answers.receipt();
        }
    }
}
