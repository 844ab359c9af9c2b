package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.QuerySm;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;

/** Clients that say what they should not, in every state. */
class BadInputProperties {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Queue<String> FAILED = new ConcurrentLinkedQueue<>();

    /** What a connection costs before its first octet, three times. */
    private static final long CONNECTION = 32 * 1024;
    /** What an octet may cost: PDUs of 16 octets, each an exception and an answer. */
    private static final long OCTET = 32;

    private static Simulator simulator;

    @BeforeContainer
    static void start() {
        simulator = Simulator.builder()
                .freePorts()
                .account("shop", "secret")
                .reportDelay(Duration.ZERO)
                .reportWindow(3)
                .reportLimit(10)
                .listener(new SimulatorListener() {
                    @Override
                    public void complaint(String host, String remote, String words) {
                        if (words.startsWith("failed")) {
                            FAILED.add(words);
                        }
                    }
                })
                .start();
    }

    @AfterContainer
    static void stop() {
        simulator.close();
    }

    private static byte[] octets(Envelope envelope) {
        PduOutput out = new PduOutput(256);
        Codec.encode(envelope, out);
        return out.toByteArray();
    }

    /** Sound PDUs, requests and answers. */
    @Provide
    Arbitrary<byte[]> pdus() {
        Arbitrary<Pdu> requests = Arbitraries.of(
                new BindTransceiver("shop", "secret", "", 0x34, 0, 0, ""),
                new BindTransmitter("shop", "wrong", "VMS", 0x33, 0, 0, ""),
                new BindReceiver("shop", "secret", "", 0x34, 0, 0, ""),
                TestClient.message("4512345678", "order-4711"),
                TestClient.message("", null),
                new EnquireLink(),
                new QuerySm("1", Address.none()),
                new DeliverSm(
                        "",
                        Address.none(),
                        Address.none(),
                        0,
                        0,
                        0,
                        "",
                        "",
                        0,
                        0,
                        0,
                        0,
                        Octets.ofLatin1("hello"),
                        Tlvs.empty()),
                new Unbind());
        Arbitrary<Integer> numbers = Arbitraries.integers();
        return Arbitraries.oneOf(
                Combinators.combine(requests, numbers).as((body, number) -> octets(Envelope.request(number, body))),
                Combinators.combine(
                                Arbitraries.of(CommandId.DELIVER_SM, CommandId.ENQUIRE_LINK, CommandId.UNBIND),
                                Arbitraries.integers().between(0, 5),
                                Arbitraries.of(CommandStatus.ESME_ROK, CommandStatus.ESME_RX_T_APPN))
                        .as((request, number, status) -> octets(Envelope.answer(request, number, status))));
    }

    /** What clients say, most of it wrong somewhere. */
    @Provide
    Arbitrary<byte[]> speeches() {
        Arbitrary<byte[]> changed = Combinators.combine(
                        pdus(), Arbitraries.integers().between(0, 200), Arbitraries.bytes())
                .as((pdu, at, octet) -> {
                    byte[] other = pdu.clone();
                    other[at % other.length] = octet;
                    return other;
                });
        Arbitrary<byte[]> cut = Combinators.combine(pdus(), Arbitraries.integers().between(1, 200))
                .as((pdu, less) -> Arrays.copyOf(pdu, Math.max(0, pdu.length - less)));
        Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(60);
        return Arbitraries.frequencyOf(
                        Tuple.of(12, pdus()),
                        Tuple.of(3, changed),
                        Tuple.of(1, cut),
                        Tuple.of(1, noise))
                .list()
                .ofMaxSize(30)
                .map(pieces -> {
                    ByteArrayOutputStream all = new ByteArrayOutputStream();
                    pieces.forEach(all::writeBytes);
                    return all.toByteArray();
                });
    }

    private static List<Envelope> answers(byte[] said, long seed) throws Exception {
        Random random = new Random(seed);
        return new Conversation(said).with(simulator.host("a"), () -> 1 + random.nextInt(50));
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void each_request_is_answered_once_and_in_turn_and_nothing_throws(
            @ForAll("speeches") byte[] said, @ForAll long seed) throws Exception {
        new Conversation(said).isAnsweredBy(answers(said, seed));
        assertThat(FAILED).isEmpty();
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void how_the_network_cuts_the_octets_changes_no_answer(@ForAll("speeches") byte[] said, @ForAll long seed)
            throws Exception {
        List<Envelope> whole = new Conversation(said).with(simulator.host("a"), () -> Integer.MAX_VALUE);
        assertThat(withoutIds(answers(said, seed))).isEqualTo(withoutIds(whole));
    }

    /** Reports come when they like, and no two messages have one id. */
    private static List<Envelope> withoutIds(List<Envelope> answers) {
        return answers.stream()
                .filter(answer -> answer.body().commandId().isResponse())
                .map(answer -> answer.body() instanceof SubmitSmResp
                        ? new Envelope(answer.status(), answer.sequenceNumber(), new SubmitSmResp("", Tlvs.empty()))
                        : answer)
                .toList();
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void before_a_bind_no_octets_cost_more_memory_than_a_small_multiple_of_theirs(
            @ForAll("speeches") byte[] said, @ForAll("lengths") int announced) throws Exception {
        byte[] unbound = unbound(said, announced);
        Conversation conversation = new Conversation(unbound);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) { // the first one loads classes
            long before = THREADS.getCurrentThreadAllocatedBytes();
            conversation.with(simulator.host("a"), () -> Integer.MAX_VALUE);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isLessThanOrEqualTo(CONNECTION + OCTET * unbound.length);
    }

    /** Announced, not sent. */
    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.oneOf(Arbitraries.integers(), Arbitraries.integers().between(16, 70_000));
    }

    /** Every bind with a wrong password; at the end a PDU that announces more than it has. */
    private static byte[] unbound(byte[] said, int announced) {
        String text = Octets.of(said).toLatin1().replace("secret", "guess?");
        String length = Octets.of(ByteBuffer.allocate(4).putInt(announced).array())
                .toLatin1();
        return Octets.ofLatin1(text + length + "\0\0\0\4").toByteArray();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void other_binds_go_on(@ForAll("speeches") byte[] said, @ForAll long seed) throws Exception {
        try (TestClient good = TestClient.transmitter(simulator.host("a"), "shop")) {
            answers(said, seed);
            assertThat(good.ask(TestClient.message("4512345678", null)).status().isOk())
                    .isTrue();
        }
    }
}
