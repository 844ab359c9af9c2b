package org.smppra.simulator;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.QuerySm;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.Unbind;

/** Any octets from a client, bound in any way or not at all. */
class ConnectionFuzzTest {
    /** What went wrong beyond a bad answer: threads that died of it, and errors of our own. */
    private static final Queue<String> FAILURES = new ConcurrentLinkedQueue<>();

    private static final Simulator SIMULATOR = Simulator.builder()
            .freePorts()
            .account("shop", "secret")
            .reportDelay(Duration.ZERO)
            // Nobody acknowledges much: what one input left must not weigh upon the next.
            .reportWindow(3)
            .reportLimit(10)
            .storeLimit(1_000)
            .listener(new SimulatorListener() {
                @Override
                public void complaint(String host, String remote, String words) {
                    if (words.startsWith("failed")) {
                        FAILURES.add(words);
                    }
                }
            })
            .start();

    @BeforeAll
    static void listen() {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> FAILURES.add(thread + ": " + e));
    }

    @AfterAll
    static void end() {
        Thread.setDefaultUncaughtExceptionHandler(null);
        SIMULATOR.close();
    }

    /** What the first octet chooses. */
    private static final List<byte[]> BINDS = List.of(
            new byte[0],
            pdu(new BindTransceiver("shop", "secret", "", 0x34, 0, 0, "")),
            pdu(new BindTransmitter("shop", "secret", "", 0x34, 0, 0, "")),
            pdu(new BindReceiver("shop", "secret", "", 0x34, 0, 0, "")),
            pdu(new BindTransceiver("shop", "secret", "", 0x33, 0, 0, "")));

    private static byte[] pdu(Pdu... bodies) {
        PduOutput out = new PduOutput(256);
        for (int i = 0; i < bodies.length; i++) {
            Codec.encode(Envelope.request(i + 1, bodies[i]), out);
        }
        return out.toByteArray();
    }

    private static byte[] seed(int state, byte[] octets) {
        ByteArrayOutputStream seed = new ByteArrayOutputStream();
        seed.write(state);
        seed.writeBytes(octets);
        return seed.toByteArray();
    }

    private static SubmitSm message(int dataCoding, Octets text, Tlvs tlvs) {
        return new SubmitSm(
                "",
                Address.alphanumeric("Shop"),
                Address.international("4512345678"),
                0,
                0,
                0,
                "",
                "000001000000000R",
                1,
                0,
                dataCoding,
                0,
                text,
                tlvs);
    }

    static Stream<byte[]> streams() {
        Octets text = Octets.ofLatin1("hello");
        Tlvs reference = Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1("order-4711"));
        byte[] usual = pdu(
                message(0, text, reference),
                message(8, Octets.empty(), reference.with(Tlv.MESSAGE_PAYLOAD, Octets.of(new byte[300]))),
                new EnquireLink(),
                new QuerySm("1", Address.none()),
                new Unbind());
        PduOutput answers = new PduOutput(64);
        Codec.encode(Envelope.request(1, message(0, text, reference)), answers);
        Codec.encode(Envelope.answer(CommandId.DELIVER_SM, 1, CommandStatus.ESME_ROK), answers);
        Codec.encode(Envelope.answer(CommandId.DELIVER_SM, 2, CommandStatus.ESME_RX_T_APPN), answers);
        Codec.encode(Envelope.answer(CommandId.GENERIC_NACK, 3, CommandStatus.ESME_RINVCMDID), answers);
        Codec.encode(Envelope.answer(CommandId.UNBIND, 4, CommandStatus.ESME_ROK), answers);
        Stream<byte[]> rows = Stream.of(
                usual,
                answers.toByteArray(),
                pdu(new BindTransceiver("other", "secret", "VMS", 0x34, 1, 1, "45")),
                Octets.ofHex("7fffffff00000004").toByteArray(),
                Octets.ofHex("00001001000000040000000000000001").toByteArray());
        return rows.flatMap(row -> Stream.of(0, 1, 2, 3, 4).map(state -> seed(state, row)));
    }

    @MethodSource("streams")
    @FuzzTest
    void any_octets_are_answered_pdu_by_pdu_and_nothing_throws(byte[] input) throws Exception {
        if (input.length == 0) {
            return;
        }
        byte[] bind = BINDS.get((input[0] & 0x7F) % BINDS.size());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        said.writeBytes(bind);
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        said.writeBytes(input[0] < 0 ? framed(rest) : rest);

        Conversation conversation = new Conversation(said.toByteArray());
        Random random = new Random(Arrays.hashCode(input));
        List<Envelope> whole = conversation.with(SIMULATOR.host("a"), () -> Integer.MAX_VALUE);
        conversation.isAnsweredBy(whole);
        conversation.isAnsweredBy(conversation.with(SIMULATOR.host("b"), () -> 1 + random.nextInt(60)));
        if (!FAILURES.isEmpty()) {
            throw new AssertionError(FAILURES.toString());
        }
    }

    /** Lengths that hold: the first octet of each piece says how many follow, so that what is said reaches the session. */
    private static byte[] framed(byte[] octets) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int at = 0; at < octets.length; ) {
            int size = Math.min(octets[at] & 0xFF, octets.length - at - 1);
            int length = 4 + Math.max(12, size);
            frames.writeBytes(new byte[] {0, 0, (byte) (length >>> 8), (byte) length});
            frames.write(octets, at + 1, size);
            frames.writeBytes(new byte[length - 4 - size]);
            at += 1 + size;
        }
        return frames.toByteArray();
    }
}
