package org.smppra.simulator.behaviour;

import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;

/**
 * An answer to a client, before it is written, and what follows it.
 *
 * @param request the command that is answered
 * @param withBody whether an error shall carry the body that only a success has (SMPP 3.4 section 4.4.2)
 * @param sequel what the answer sets free: reports, or the end of the session
 */
public record Answer(CommandId request, Envelope envelope, boolean withBody, Sequel sequel) {
    private static final int STATUS_AT = 8;

    /** What may happen only when the answer is written. */
    public interface Sequel {
        /** The answer is written, or never will be. */
        void run();

        /** Whether a report follows. */
        boolean hasReport();

        /** Sends the report without waiting for the answer. */
        void runFirst(Runnable written);
    }

    /** The octets of the PDU. */
    public Octets octets() {
        PduOutput out = new PduOutput(64);
        appendTo(out);
        return Octets.of(out.toByteArray());
    }

    public void appendTo(PduOutput out) {
        if (!withBody) {
            Codec.encode(envelope, out);
            return;
        }
        // The codec leaves the body of an error out, as the specification has it.
        PduOutput sound = new PduOutput(64);
        Codec.encode(CommandStatus.ESME_ROK, envelope.sequenceNumber(), AnswerBodies.filled(envelope.body()), sound);
        byte[] octets = sound.toByteArray();
        int status = envelope.status().value();
        for (int i = 0; i < 4; i++) {
            octets[STATUS_AT + i] = (byte) (status >>> (24 - 8 * i));
        }
        out.append(Octets.of(octets));
    }

    /** Writes it behind what waits; then what follows it. */
    void send(Line line) {
        line.send(octets(), sequel::run);
    }

    /** It never goes out: a message that was taken is reported all the same. */
    void withoutWriting() {
        // A bind that nobody confirmed gets no report, and an unbind without an answer ends nothing.
        if (request == CommandId.SUBMIT_SM) {
            sequel.run();
        }
    }

    boolean answers(CommandGroup commands) {
        return commands.contains(request);
    }
}
