package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.AlertNotification;
import org.smppra.pdu.CancelSm;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DataSm;
import org.smppra.pdu.DestAddress.Sme;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.GenericNack;
import org.smppra.pdu.Outbind;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.QuerySm;
import org.smppra.pdu.ReplaceSm;
import org.smppra.pdu.SubmitMulti;
import org.smppra.pdu.SubmitSmResp;

class BadInputTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.onFreePorts();

    @ParameterizedTest
    @ValueSource(strings = {"00000003", "00000007", "00000103", "00000021", "00010200"})
    void an_unknown_command_is_answered_generic_nack_ESME_RINVCMDID(String commandId) throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            client.writeHex("00000010 " + commandId + " 00000000 0000002A");
            assertThat(client.read())
                    .isEqualTo(Envelope.answer(CommandId.GENERIC_NACK, 42, CommandStatus.ESME_RINVCMDID));
            assertThat(client.ask(new EnquireLink()).status().isOk()).isTrue();
        }
    }

    static Stream<Pdu> notSpoken() {
        Address a = Address.international("4512345678");
        Octets text = Octets.ofLatin1("hello");
        return Stream.of(
                new QuerySm("1", a),
                new CancelSm("", "1", a, a),
                new ReplaceSm("1", a, "", "", 0, 0, text),
                new SubmitMulti("", a, List.of(new Sme(a)), 0, 0, 0, "", "", 0, 0, 0, 0, text, Tlvs.empty()),
                new DataSm("", a, a, 0, 0, 0, Tlvs.empty().with(Tlv.MESSAGE_PAYLOAD, text)),
                new AlertNotification(a, a, Tlvs.empty()),
                new Outbind("shop", "secret"));
    }

    /** The engine's codec reads them; the provider does not. */
    @ParameterizedTest
    @MethodSource("notSpoken")
    void a_sound_pdu_that_the_provider_does_not_speak_is_as_unknown(Pdu body) throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            client.write(Envelope.request(42, body));
            assertThat(client.read())
                    .isEqualTo(Envelope.answer(CommandId.GENERIC_NACK, 42, CommandStatus.ESME_RINVCMDID));
            assertThat(client.ask(new EnquireLink()).status().isOk()).isTrue();
        }
    }

    @Test
    void an_unknown_answer_is_not_answered() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            client.writeHex("00000010 80000103 00000000 0000002A");
            client.writeHex("00000010 80000077 00000000 0000002A");
            client.writeHex("00000012 80000021 00000000 0000002A 0001");
            client.writeHex("00000010 80000005 00000000 0000002A");
            assertThat(client.ask(new EnquireLink()).status().isOk()).isTrue();
        }
    }

    @Test
    void an_unreadable_pdu_is_answered_with_its_own_answer_and_the_session_lives() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            client.writeHex("00000012 00000004 00000000 00000007 0001");
            Envelope answer = client.read();
            assertThat(answer.body()).isInstanceOf(SubmitSmResp.class);
            assertThat(answer.sequenceNumber()).isEqualTo(7);
            assertThat(answer.status()).isEqualTo(CommandStatus.ESME_RINVMSGLEN);
            assertThat(client.ask(TestClient.message("4512345678", null))
                            .status()
                            .isOk())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000F", "00000000", "7FFFFFFF", "FFFFFFFF", "474554 20"})
    void bad_framing_is_answered_generic_nack_ESME_RINVCMDLEN_and_the_connection_closed(String length)
            throws Exception {
        try (TestClient client = TestClient.connect(gateway.host("a"))) {
            client.writeHex(length + " 00000015 00000000 00000001");
            assertThat(client.readToEnd()).isEqualTo(nack());
        }
    }

    private static byte[] nack() {
        PduOutput out = new PduOutput(16);
        Codec.encode(new Envelope(CommandStatus.ESME_RINVCMDLEN, 0, new GenericNack()), out);
        return out.toByteArray();
    }

    @Test
    void a_pdu_may_come_octet_by_octet() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            PduOutput out = new PduOutput(256);
            Codec.encode(Envelope.request(9, TestClient.message("4512345678", "ref")), out);
            for (byte octet : out.toByteArray()) {
                client.writeRaw(new byte[] {octet});
            }
            assertThat(client.read().sequenceNumber()).isEqualTo(9);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void random_octets_stop_nothing_but_their_own_connection(long seed) throws Exception {
        Random random = new Random(seed);
        try (TestClient good = TestClient.transceiver(gateway.host("a"), "shop")) {
            for (int i = 0; i < 20; i++) {
                try (TestClient bad = TestClient.connect(gateway.host("a"))) {
                    byte[] noise = new byte[16 + random.nextInt(3_000)];
                    random.nextBytes(noise);
                    if (i % 2 == 0) {
                        // Framing that holds, so that the codec gets the noise.
                        noise[0] = 0;
                        noise[1] = 0;
                        noise[2] = (byte) (noise.length >>> 8);
                        noise[3] = (byte) noise.length;
                        noise[4] = 0;
                        noise[5] = 0;
                        noise[6] = 0;
                        noise[7] = (byte) random.nextInt(0x16);
                    }
                    bad.writeRaw(noise);
                } catch (java.net.SocketException e) {
                    // Closed while we wrote: as good an answer.
                }
            }
            assertThat(good.ask(TestClient.message("4512345678", null)).status().isOk())
                    .isTrue();
            assertThat(gateway.simulator().await(() -> gateway.host("a").connections() == 1, SOON))
                    .isTrue();
        }
    }

    @Test
    void a_client_that_does_not_read_loses_its_own_connection_only() throws Exception {
        try (Simulator hasty = Simulator.builder()
                        .freePorts()
                        .writeTimeout(Duration.ofMillis(300))
                        .start();
                TestClient good = TestClient.transceiver(hasty.host("a"), "shop");
                TestClient deaf = TestClient.transceiver(hasty.host("a"), "shop")) {
            Thread flood = new Thread(() -> flood(deaf));
            flood.start();
            assertThat(hasty.await(() -> hasty.host("a").connections() == 1, SOON))
                    .isTrue();
            flood.join();
            assertThat(good.ask(new EnquireLink()).status().isOk()).isTrue();
        }
    }

    private static void flood(TestClient client) {
        Envelope[] many = new Envelope[4_000];
        java.util.Arrays.setAll(many, i -> Envelope.request(i + 1, new EnquireLink()));
        try {
            while (true) {
                client.write(many);
            }
        } catch (java.io.IOException e) {
            // Closed, as it must be.
        }
    }
}
