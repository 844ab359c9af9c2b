package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    private final byte[] octets;

    Conversation(byte[] octets) {
        this.octets = octets.clone();
    }

    /** Speaks to this host, in pieces of such sizes. @return all that it answered */
    List<Envelope> with(SimulatedHost host, IntSupplier pieces) throws Exception {
        MemorySocket socket = new MemorySocket(octets, pieces);
        host.serve(socket, false);
        return read(socket.answers());
    }

    /** Whole PDUs, each of which can be read. */
    private static List<Envelope> read(byte[] answers) throws PduException {
        List<Envelope> read = new ArrayList<>();
        for (int at = 0; at < answers.length; ) {
            int length = ByteBuffer.wrap(answers).getInt(at);
            assertThat(length).isBetween(Frames.HEADER, answers.length - at);
            read.add(Codec.decode(answers, at, length));
            at += length;
        }
        return read;
    }

    /** Each request is answered once, in its turn, by its own answer or a generic_nack, and nothing after the last word. */
    void isAnsweredBy(List<Envelope> answers) throws IOException {
        int at = 0;
        boolean bound = false;
        boolean ended = false;
        int next = 0;
        for (Envelope answer : answers) {
            CommandId command = answer.body().commandId();
            if (!command.isResponse()) {
                assertThat(command).isEqualTo(CommandId.DELIVER_SM);
                assertThat(bound).as("a report after a bind").isTrue();
                continue;
            }
            assertThat(ended).as("an answer after the last word: " + answers).isFalse();
            at = toRequest(at, bound);
            if (at < 0) {
                assertThat(answer).isEqualTo(Envelope.answer(CommandId.GENERIC_NACK, 0, CommandStatus.ESME_RINVCMDLEN));
                ended = true;
                continue;
            }
            Asked asked = asked(at);
            assertThat(answer.sequenceNumber()).isEqualTo(asked.sequenceNumber);
            if (command == CommandId.GENERIC_NACK) {
                assertThat(answer.status()).isEqualTo(CommandStatus.ESME_RINVCMDID);
            } else {
                assertThat(command.value()).isEqualTo(asked.commandId | 0x80000000);
            }
            bound |= isBind(asked.commandId) && answer.status().isOk();
            ended = command == CommandId.UNBIND_RESP && answer.status().isOk();
            at += length(at);
            next++;
        }
        if (!ended) {
            assertThat(hasRequest(at, bound)).as("a request without an answer after " + next).isFalse();
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

    private boolean hasRequest(int from, boolean bound) {
        return toRequest(from, bound) != octets.length;
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
