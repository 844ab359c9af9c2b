package org.smppra.simulator;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.smppra.codec.Codec;
import org.smppra.codec.Frames;
import org.smppra.codec.PduException;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;

/** What a client says in one connection, and whether all the simulator says is an answer to it. */
final class Conversation {
    /** A request, by the octets of its header alone. */
    private record Asked(int commandId, int sequenceNumber) {}

    private static final Envelope LOST = Envelope.answer(CommandId.GENERIC_NACK, 0, CommandStatus.ESME_RINVCMDLEN);

    private final byte[] octets;

    Conversation(byte[] octets) {
        this.octets = octets.clone();
    }

    /** Speaks to this host, in pieces of such sizes. @return all that it answered */
    List<Envelope> with(SimulatedHost host, IntSupplier pieces) throws Exception {
        MemorySocket socket = new MemorySocket(octets, pieces);
        host.connect(socket, false).run();
        return read(socket.answers());
    }

    /** Whole PDUs, each of which can be read. */
    private static List<Envelope> read(byte[] answers) throws PduException {
        List<Envelope> read = new ArrayList<>();
        for (int at = 0; at < answers.length; ) {
            int length = ByteBuffer.wrap(answers).getInt(at);
            check(length >= Frames.HEADER && length <= answers.length - at, "a whole PDU");
            read.add(Codec.decode(answers, at, length));
            at += length;
        }
        return read;
    }

    /** Each request is answered once, in its turn, by its own answer or a generic_nack, and nothing after the last word. */
    void isAnsweredBy(List<Envelope> answers) {
        int at = 0;
        boolean bound = false;
        boolean ended = false;
        for (Envelope answer : answers) {
            CommandId command = answer.body().commandId();
            if (!command.isResponse()) {
                check(command == CommandId.DELIVER_SM && bound, "a report, and after a bind");
                continue;
            }
            check(!ended, "nothing after the last word");
            at = toRequest(at, bound);
            if (at < 0) {
                check(answer.equals(LOST), "a generic_nack where the place in the stream is lost");
                ended = true;
                continue;
            }
            Asked asked = asked(at);
            check(answer.sequenceNumber() == asked.sequenceNumber, "the answers in turn");
            check(
                    command == CommandId.GENERIC_NACK
                            ? answer.status() == CommandStatus.ESME_RINVCMDID
                            : command.value() == (asked.commandId | 0x80000000),
                    "the request's own answer");
            bound |= isBind(asked.commandId) && answer.status().isOk();
            ended = command == CommandId.UNBIND_RESP && answer.status().isOk();
            at += length(at);
        }
        check(ended || toRequest(at, bound) == octets.length, "an answer to each request");
    }

    /** Without a library: a fuzzer looks at each comparison in it. */
    private static void check(boolean holds, String expected) {
        if (!holds) {
            throw new AssertionError("expected " + expected);
        }
    }

    private static boolean isBind(int commandId) {
        return commandId == CommandId.BIND_TRANSCEIVER.value()
                || commandId == CommandId.BIND_TRANSMITTER.value()
                || commandId == CommandId.BIND_RECEIVER.value();
    }

    private int length(int at) {
        return ByteBuffer.wrap(octets).getInt(at);
    }

    private Asked asked(int at) {
        return new Asked(ByteBuffer.wrap(octets).getInt(at + 4), ByteBuffer.wrap(octets).getInt(at + 12));
    }

    /** Where the next whole request begins; the end if there is none, -1 if the place is lost before it. */
    private int toRequest(int from, boolean bound) {
        int at = from;
        while (at + 4 <= octets.length) {
            int length = length(at);
            if (length < Frames.HEADER || length > (bound ? Frames.MAX_LENGTH : FrameBuffer.SMALLEST)) {
                return -1;
            }
            if (at + length > octets.length) {
                break;
            }
            if (asked(at).commandId >= 0) {
                return at;
            }
            at += length;
        }
        return octets.length;
    }
}
