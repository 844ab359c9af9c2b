package org.smppra.it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.it.foreign.SamplePdus;
import org.smppra.it.wire.Dissected.Parameter;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.TlvKey;
import org.smppra.message.Tlvs;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;

/** What our codec puts on a socket is to Wireshark what it is to us. */
class WireTest {
    private final List<Envelope> sent = new ArrayList<>();

    private void send(CommandStatus status, Pdu body) {
        sent.add(new Envelope(status, 0x7F00_0000 + sent.size(), body));
    }

    private void send(Pdu body) {
        send(CommandStatus.ESME_ROK, body);
    }

    /** Sends all over a socket; looks that it is what was recorded, and that the dissector sees the same. */
    private List<Dissected> transmit() throws Exception {
        PduOutput out = new PduOutput(1024);
        sent.forEach(envelope -> Codec.encode(envelope, out));
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Tap tap = new Tap(listener.getLocalPort());
                Socket client = new Socket(InetAddress.getLoopbackAddress(), tap.port());
                Socket server = listener.accept()) {
            out.writeTo(client.getOutputStream());
            client.shutdownOutput();
            try (InputStream in = server.getInputStream()) {
                in.readAllBytes();
            }
            List<Dissected> seen = Wire.check(tap.chunks());
            assertThat(Recorded.of(tap.chunks(), 0, true).envelopes()).isEqualTo(sent);
            return seen;
        }
    }

    @Test
    void every_pdu_is_dissected_as_it_was_sent() throws Exception {
        SamplePdus.all().forEach(this::send);
        assertThat(transmit()).hasSize(CommandId.values().length);
    }

    @Test
    void every_answer_with_an_error_is_dissected_as_it_was_sent() throws Exception {
        for (CommandId id : CommandId.values()) {
            if (!id.isResponse()) {
                sent.add(Envelope.answer(id, 7 + sent.size(), CommandStatus.ESME_RTHROTTLED));
            }
        }
        // Those whose body says more about the error.
        send(CommandStatus.of(0x042E), SamplePdus.of(CommandId.DATA_SM_RESP));
        send(CommandStatus.ESME_RSUBMITFAIL, SamplePdus.of(CommandId.SUBMIT_MULTI_RESP));
        send(CommandStatus.ESME_RQUERYFAIL, SamplePdus.of(CommandId.QUERY_SM_RESP));
        transmit();
    }

    @Test
    void every_optional_parameter_is_dissected_as_it_was_sent() throws Exception {
        Tlvs all = Tlvs.empty();
        for (TlvKey<?> key : SamplePdus.keys()) {
            all = all.with(key.tag(), SamplePdus.value(key));
            send(SamplePdus.submitSm(Octets.empty(), Tlvs.empty().with(key.tag(), SamplePdus.value(key))));
        }
        send(SamplePdus.submitSm(Octets.empty(), all));
        transmit();
    }

    @Test
    void the_longest_bodies_are_dissected_as_they_were_sent() throws Exception {
        send(SamplePdus.submitSm(Octets.of(new byte[254]), Tlvs.empty()));
        // The dissector takes no PDU above 65,535 octets.
        send(SamplePdus.submitSm(Octets.empty(), Tlvs.empty().with(Tlv.MESSAGE_PAYLOAD, Octets.of(new byte[65_400]))));
        send(SamplePdus.of(CommandId.ENQUIRE_LINK));
        transmit();
    }

    /** An entry that is no longer needed shows here. */
    @Test
    void what_is_remarked_is_what_the_list_says() throws Exception {
        send(SamplePdus.submitSm(
                Octets.empty(), Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1("order-4711"))));
        send(SamplePdus.submitSm(Octets.empty(), Tlvs.empty().with(Tlv.MESSAGE_CLASS, Octets.ofLatin1("premium"))));
        List<Dissected> seen = transmit();
        assertThat(seen.get(0).remarks()).containsExactly(Remarks.MALFORMED);
        assertThat(seen.get(1).parameters())
                .containsExactly(new Parameter(
                        "0x2900", "2900", "0007", Octets.ofLatin1("premium").toHex()));
    }
}
