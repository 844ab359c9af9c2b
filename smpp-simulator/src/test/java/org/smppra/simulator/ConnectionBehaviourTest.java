package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.GenericNack;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;
import org.smppra.simulator.behaviour.ActiveBehaviour;

/** Bad days of the connection itself, counted at the client. */
class ConnectionBehaviourTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    final SimulatorExtension gateway =
            SimulatorExtension.of(builder -> builder.reportDelay(Duration.ZERO).tls());

    private ActiveBehaviour on(String behaviour) {
        return gateway.simulator().behaviours().switchOn(behaviour);
    }

    private void awaitStruck(ActiveBehaviour behaviour, long times) {
        assertThat(gateway.simulator().await(() -> behaviour.struck() >= times, SOON))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void accepts_the_connection_and_says_nothing_not_even_tls(boolean tls) throws Exception {
        SimulatedHost a = gateway.host("a");
        ActiveBehaviour silent = on("silent count=1");
        try (TestClient victim = new TestClient(new Socket("127.0.0.1", tls ? a.tlsPort() : a.port()))) {
            awaitStruck(silent, 1);
            victim.send(new BindTransceiver("shop", "secret", "", 0x34, 0, 0, ""));
            victim.writeHex("160301000401000000");
            try (TestClient other = TestClient.transceiver(a, "shop")) {
                assertThat(other.ask(new EnquireLink()).status().isOk())
                        .as("the second connection is beyond the count")
                        .isTrue();
            }
            silent.switchOff();
            assertThat(victim.readToEnd()).as("not one octet").isEmpty();
        }
        TestClient.transceiver(a, "shop").close();
    }

    @Test
    void stops_reading_until_it_is_switched_off() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            ActiveBehaviour stop = on("stop-reading");
            byte[] unasked = unaskedAnswers(4_096);
            AtomicLong written = new AtomicLong();
            CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> {
                for (int i = 0; i < 1_024; i++) {
                    write(client, unasked);
                    written.incrementAndGet();
                }
            });
            awaitStruck(stop, 1);
            awaitStandstill(written);
            assertThat(flood).isNotDone();
            stop.switchOff();
            flood.join();
            assertThat(client.ask(new EnquireLink()).status().isOk()).isTrue();
        }
    }

    /** No answer is due to these, so that only the other side's reading makes room. */
    private static byte[] unaskedAnswers(int count) {
        ByteBuffer octets = ByteBuffer.allocate(16 * count);
        for (int i = 0; i < count; i++) {
            octets.putInt(16).putInt(0x80000015).putInt(0).putInt(i + 1);
        }
        return octets.array();
    }

    private static void write(TestClient client, byte[] octets) {
        try {
            client.writeRaw(octets);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitStandstill(AtomicLong written) {
        long before = -1;
        while (written.get() != before) {
            before = written.get();
            gateway.simulator().await(() -> false, Duration.ofMillis(500));
        }
    }

    @Test
    void reads_again_after_a_pause() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            ActiveBehaviour stop = on("stop-reading pause=100ms count=1");
            assertThat(client.ask(new EnquireLink()).status().isOk()).isTrue();
            assertThat(stop.struck()).isEqualTo(1);
        }
    }

    @Test
    void closes_without_unbind_instead_of_an_answer() throws Exception {
        ActiveBehaviour close = on("close command=submit_sm every=3");
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            for (int i = 0; i < 2; i++) {
                assertThat(client.ask(TestClient.unreported()).status().isOk()).isTrue();
            }
            client.send(TestClient.unreported());
            assertThat(client.readToEnd()).as("no answer, no unbind").isEmpty();
        }
        assertThat(gateway.simulator().messageCount()).isEqualTo(3);
        close.switchOff();
    }

    @Test
    void closes_every_bind_at_once_where_no_command_is_said() throws Exception {
        try (TestClient one = TestClient.transceiver(gateway.host("a"), "shop");
                TestClient two = TestClient.transceiver(gateway.host("b"), "shop")) {
            ActiveBehaviour close = on("close");
            assertThat(one.readToEnd()).isEmpty();
            assertThat(two.readToEnd()).isEmpty();
            assertThat(close.struck()).isEqualTo(2);
            close.switchOff();
        }
        TestClient.transceiver(gateway.host("a"), "shop").close();
    }

    @Test
    void asks_one_bind_to_go() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop");
                TestClient other = TestClient.transceiver(gateway.host("a"), "shop")) {
            on("unbind remote=" + client.remote());
            Envelope unbind = client.read();
            assertThat(unbind.body()).isEqualTo(new Unbind());
            assertThat(client.ask(TestClient.unreported()).status().isOk()).isTrue();
            client.write(new Envelope(CommandStatus.ESME_ROK, unbind.sequenceNumber(), new UnbindResp()));
            assertThat(client.isClosedByPeer()).isTrue();
            assertThat(other.ask(new EnquireLink()).body()).isEqualTo(new EnquireLinkResp());
        }
    }

    @Test
    void resets_in_the_middle_of_an_answer() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            int whole = answerLength(client);
            on("reset command=submit_sm count=1");
            client.send(TestClient.unreported());
            int octets = 0;
            String end = "none";
            try {
                for (int count = client.readSome(new byte[64]); count >= 0; count = client.readSome(new byte[64])) {
                    octets += count;
                }
                end = "end of stream";
            } catch (SocketException e) {
                end = e.getMessage();
            }
            assertThat(end).contains("reset");
            // A reset may overtake what was written before it.
            assertThat(octets).isLessThanOrEqualTo(whole / 2);
        }
        TestClient.transceiver(gateway.host("a"), "shop").close();
    }

    private static int answerLength(TestClient client) throws IOException {
        client.send(TestClient.unreported());
        return client.readFrame().length;
    }

    @Test
    void resets_in_the_middle_of_an_enquire_link_where_no_command_is_said() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            ActiveBehaviour reset = on("reset count=1");
            awaitStruck(reset, 1);
            SocketException lost = null;
            try {
                client.readToEnd();
            } catch (SocketException e) {
                lost = e;
            }
            assertThat(lost).hasMessageContaining("reset");
        }
    }

    @Test
    void splits_every_octet() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            assertThat(readsOfAnswers(client)).isEqualTo(50);
            ActiveBehaviour split = on("split");
            assertThat(readsOfAnswers(client)).isGreaterThan(50);
            assertThat(split.struck()).isEqualTo(50);
            split.switchOff();
            assertThat(readsOfAnswers(client)).isEqualTo(50);
        }
    }

    /** How many reads it takes to get fifty answers, asked for one by one. */
    private static int readsOfAnswers(TestClient client) throws IOException {
        byte[] into = new byte[64];
        int reads = 0;
        for (int i = 0; i < 50; i++) {
            client.send(new EnquireLink());
            for (int octets = 0; octets < 16; reads++) {
                octets += client.readSome(into);
            }
        }
        return reads;
    }

    @Test
    void glues_many_pdus_into_one_write() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            ActiveBehaviour glue = on("glue pdus=50 wait=1h");
            for (int i = 0; i < 50; i++) {
                client.send(new EnquireLink());
            }
            byte[] into = new byte[4_096];
            assertThat(client.readSome(into)).isEqualTo(50 * 16);
            long before = glue.struck();
            client.send(new EnquireLink());
            awaitStruck(glue, before + 1);
            glue.switchOff();
            assertThat(client.read().body()).as("what was kept goes out").isEqualTo(new EnquireLinkResp());
            assertThat(client.ask(new EnquireLink()).status().isOk()).isTrue();
        }
    }

    @Test
    void what_is_glued_does_not_wait_for_ever_nor_for_more_behind_unbind() throws Exception {
        on("glue pdus=50 wait=100ms");
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            assertThat(client.ask(new EnquireLink()).status().isOk()).isTrue();
        }
        gateway.simulator().behaviours().switchOffAll();
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            on("glue pdus=50 wait=1h");
            assertThat(client.ask(new Unbind()).status().isOk()).isTrue();
            assertThat(client.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void sends_random_octets_in_front_of_an_answer() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            on("random-bytes octets=100 command=enquire_link count=1");
            client.send(new EnquireLink());
            assertThat(client.readOctets(100)).doesNotContain(new byte[100]).hasSize(100);
            assertThat(client.read().body()).isEqualTo(new EnquireLinkResp());
            assertThat(client.ask(new EnquireLink()).status().isOk()).isTrue();
        }
    }

    @Test
    void sends_random_octets_by_itself() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            ActiveBehaviour noise = on("random-bytes octets=7 count=2 interval=1ms");
            assertThat(client.readOctets(14)).hasSize(14);
            awaitStruck(noise, 2);
            assertThat(client.ask(new EnquireLink()).status().isOk()).isTrue();
        }
    }

    @Test
    void sends_unknown_commands_to_the_client() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            on("unknown-command commandId=0x00010203 count=1");
            ByteBuffer octets = ByteBuffer.wrap(client.readFrame());
            assertThat(octets.limit()).isEqualTo(16);
            assertThat(octets.getInt(4)).isEqualTo(0x00010203);
            client.write(new Envelope(CommandStatus.ESME_RINVCMDID, octets.getInt(12), new GenericNack()));
            assertThat(client.ask(new EnquireLink()).status().isOk()).isTrue();
            on("unknown-command commandId=0x80000107 command=enquire_link count=1");
            client.send(new EnquireLink());
            assertThat(ByteBuffer.wrap(client.readFrame()).getInt(4)).isEqualTo(0x80000107);
            assertThat(client.read().body()).isEqualTo(new EnquireLinkResp());
        }
    }
}
