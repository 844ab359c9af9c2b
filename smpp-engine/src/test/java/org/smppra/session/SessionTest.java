package org.smppra.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smppra.codec.Frames;
import org.smppra.codec.FramingException;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.GenericNack;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;

class SessionTest {
    private static final long SECOND = 1_000_000_000L;
    private static final SessionSettings SETTINGS = new SessionSettings(
            2, 10 * SECOND, 30 * SECOND, 60 * SECOND, 0, 5 * SECOND, 8 * SECOND, CommandStatus.ESME_RX_T_APPN);

    private final RecordingListener listener = new RecordingListener();
    private final Session<String> session = new Session<>(SETTINGS, listener);
    private long now = Long.MAX_VALUE - 20 * SECOND; // every timer crosses the wrap of nanoTime

    @BeforeEach
    void begin() {
        session.bind(new BindTransceiver("id", "pw", "", 0x34, 0, 0, ""), now);
    }

    private void bound() {
        answer(1, new BindTransceiverResp("smsc", Tlvs.empty()));
        listener.events.clear();
        listener.sent.clear();
    }

    private void answer(int sequenceNumber, Pdu body) {
        session.received(new Envelope(CommandStatus.ESME_ROK, sequenceNumber, body), now);
    }

    private void request(int sequenceNumber, Pdu body) {
        session.received(Envelope.request(sequenceNumber, body), now);
    }

    private static Pdu accepted() {
        return new SubmitSmResp("1234567890", Tlvs.empty());
    }

    private static DeliverSm message() {
        return new DeliverSm(
                "", Address.none(), Address.none(), 4, 0, 0, "", "", 0, 0, 0, 0, Octets.ofLatin1("id:1"), Tlvs.empty());
    }

    @Test
    void binds_and_is_bound_by_the_answer() {
        assertThat(session.state()).isEqualTo(SessionState.BINDING);
        assertThat(session.canOpen()).isFalse();
        answer(1, new BindTransceiverResp("smsc", Tlvs.empty()));
        assertThat(session.state()).isEqualTo(SessionState.BOUND_TRX);
        assertThat(listener.events).containsExactly("bound");
    }

    @Test
    void ends_when_the_bind_is_refused() {
        session.received(new Envelope(CommandStatus.ESME_RINVPASWD, 1, new BindTransceiverResp("", Tlvs.empty())), now);
        assertThat(listener.events).containsExactly("ended BIND_REFUSED");
    }

    @Test
    void ends_when_another_bind_is_answered() {
        answer(1, new BindTransmitterResp("smsc", Tlvs.empty()));
        assertThat(listener.events).containsExactly("ended BIND_REFUSED");
    }

    @Test
    void ends_when_the_bind_is_not_answered_in_time() {
        session.tick(now + 10 * SECOND - 1);
        assertThat(listener.events).isEmpty();
        session.tick(now + 10 * SECOND);
        assertThat(listener.events).containsExactly("ended BIND_TIMEOUT");
    }

    @Test
    void takes_no_more_requests_than_the_window_holds() {
        bound();
        assertThat(session.open("a", now)).isEqualTo(2);
        assertThat(session.open("b", now)).isEqualTo(3);
        assertThat(session.open("c", now)).isZero();
        answer(2, accepted());
        assertThat(session.open("c", now)).isEqualTo(4);
        assertThat(listener.events).containsExactly("a answered ESME_ROK (0x00)");
    }

    @Test
    void matches_answers_that_come_out_of_order() {
        bound();
        int a = session.open("a", now);
        int b = session.open("b", now);
        answer(b, accepted());
        answer(a, accepted());
        assertThat(listener.events).containsExactly("b answered ESME_ROK (0x00)", "a answered ESME_ROK (0x00)");
    }

    @Test
    void reports_an_answer_to_nothing_and_one_that_comes_twice() {
        bound();
        int a = session.open("a", now);
        answer(a, accepted());
        answer(a, accepted());
        answer(77, accepted());
        assertThat(listener.events).containsExactly("a answered ESME_ROK (0x00)", "stray " + a, "stray 77");
    }

    @Test
    void takes_a_generic_nack_for_the_answer_of_its_sequence_number() {
        bound();
        int a = session.open("a", now);
        session.received(new Envelope(CommandStatus.ESME_RINVCMDLEN, a, new GenericNack()), now);
        assertThat(listener.events).containsExactly("a answered ESME_RINVCMDLEN (0x02)");
    }

    @Test
    void gives_up_a_request_without_an_answer_goes_on_and_tells_of_an_answer_that_comes_late() {
        bound();
        int a = session.open("a", now);
        session.tick(now + 30 * SECOND - 1);
        assertThat(listener.events).isEmpty();
        session.tick(now + 30 * SECOND);
        answer(a, accepted());
        assertThat(listener.events).containsExactly("a unanswered", "a answered late ESME_ROK (0x00)");
        assertThat(session.outstanding()).isZero();
        assertThat(session.state()).isEqualTo(SessionState.BOUND_TRX);
    }

    @Test
    void sends_enquire_link_in_its_interval_and_ends_when_nothing_comes_back() {
        bound();
        session.tick(now + 60 * SECOND - 1);
        assertThat(listener.sent).isEmpty();
        session.tick(now + 60 * SECOND);
        assertThat(listener.lastSent().body()).isInstanceOf(EnquireLink.class);
        session.tick(now + 90 * SECOND);
        assertThat(listener.events).containsExactly("ended SILENT");
    }

    @Test
    void takes_any_pdu_for_a_sign_of_life() {
        bound();
        session.tick(now + 60 * SECOND);
        request(9, new EnquireLink());
        session.tick(now + 90 * SECOND);
        assertThat(listener.events).isEmpty();
    }

    @Test
    void leaves_a_peer_from_which_nothing_comes_for_longer_than_the_inactivity_timeout() {
        Session<String> quiet = new Session<>(
                new SessionSettings(2, SECOND, SECOND, 0, 90 * SECOND, SECOND, SECOND, CommandStatus.ESME_RX_T_APPN),
                listener);
        quiet.bind(new BindTransceiver("id", "pw", "", 0x34, 0, 0, ""), now);
        quiet.received(new Envelope(CommandStatus.ESME_ROK, 1, new BindTransceiverResp("smsc", Tlvs.empty())), now);
        listener.events.clear();
        quiet.tick(now + 60 * SECOND);
        quiet.received(Envelope.request(1, new EnquireLink()), now + 60 * SECOND);
        quiet.tick(now + 150 * SECOND - 1);
        assertThat(listener.events).isEmpty();
        quiet.tick(now + 150 * SECOND);
        assertThat(listener.events).containsExactly("ended SILENT");
    }

    @Test
    void tells_the_peer_that_its_place_in_the_stream_is_lost_and_ends() throws Exception {
        bound();
        FramingException lost = assertThrows(
                FramingException.class, () -> Frames.length(new byte[] {0x7F, -1, -1, -16}, 0, 4, Frames.MAX_LENGTH));
        session.lostPlace(lost);
        assertThat(listener.lastSent()).isEqualTo(new Envelope(CommandStatus.ESME_RINVCMDLEN, 0, new GenericNack()));
        assertThat(listener.events).containsExactly("ended LOST");
    }

    @Test
    void answers_enquire_link_with_its_sequence_number() {
        bound();
        request(4711, new EnquireLink());
        assertThat(listener.lastSent()).isEqualTo(new Envelope(CommandStatus.ESME_ROK, 4711, new EnquireLinkResp()));
    }

    @Test
    void refuses_what_no_smsc_sends_with_generic_nack_and_goes_on() {
        bound();
        request(5, new BindTransmitter("", "", "", 0, 0, 0, ""));
        assertThat(listener.lastSent().status()).isEqualTo(CommandStatus.ESME_RINVCMDID);
        assertThat(session.state()).isEqualTo(SessionState.BOUND_TRX);
    }

    @Test
    void refuses_a_message_before_it_is_bound() {
        request(5, message());
        assertThat(listener.lastSent().body().commandId()).isEqualTo(CommandId.DELIVER_SM_RESP);
        assertThat(listener.lastSent().status()).isEqualTo(CommandStatus.ESME_RINVBNDSTS);
    }

    @Test
    void answers_the_peers_unbind_only_when_all_answers_are_there() {
        bound();
        int a = session.open("a", now);
        request(7, new Unbind());
        assertThat(listener.events).containsExactly("draining");
        assertThat(session.open("b", now)).isZero();
        assertThat(listener.sent).isEmpty();
        answer(a, accepted());
        assertThat(listener.lastSent()).isEqualTo(new Envelope(CommandStatus.ESME_ROK, 7, new UnbindResp()));
        assertThat(listener.events).containsExactly("draining", "a answered ESME_ROK (0x00)", "ended PEER_UNBOUND");
    }

    @Test
    void answers_the_peers_unbind_only_when_due_deliveries_are_answered() {
        bound();
        request(6, message());
        request(7, new Unbind());
        assertThat(listener.sent).isEmpty();
        session.answer(Envelope.request(6, message()), CommandStatus.ESME_ROK);
        assertThat(listener.sent)
                .extracting(sent -> sent.body().commandId())
                .containsExactly(CommandId.DELIVER_SM_RESP, CommandId.UNBIND_RESP);
    }

    @Test
    void answers_the_peers_unbind_at_the_latest_when_the_drain_timeout_is_over() {
        bound();
        session.open("a", now);
        request(7, new Unbind());
        session.tick(now + 5 * SECOND - 1);
        assertThat(listener.sent).isEmpty();
        session.tick(now + 5 * SECOND);
        assertThat(listener.events).containsExactly("draining", "ended PEER_UNBOUND");
        List<String> left = new ArrayList<>();
        session.lost(left::add);
        assertThat(left).containsExactly("a");
    }

    @Test
    void withdraws_what_was_not_written_when_the_peer_unbinds() {
        bound();
        session.open("written", now);
        session.open("unwritten", now);
        List<String> withdrawn = new ArrayList<>();
        listener.onDraining = () -> session.withdrawIf("unwritten"::equals, withdrawn::add);
        request(7, new Unbind());
        assertThat(withdrawn).containsExactly("unwritten");
        assertThat(session.outstanding()).isEqualTo(1);
    }

    @Test
    void unbinds_itself_when_all_is_answered_and_ends_with_the_answer() {
        bound();
        int a = session.open("a", now);
        session.drain(now);
        assertThat(listener.sent).isEmpty();
        answer(a, accepted());
        assertThat(listener.lastSent().body()).isInstanceOf(Unbind.class);
        answer(listener.lastSent().sequenceNumber(), new UnbindResp());
        assertThat(listener.events).containsExactly("draining", "a answered ESME_ROK (0x00)", "ended UNBOUND");
    }

    @Test
    void ends_its_own_unbind_in_bounded_time() {
        bound();
        session.open("a", now);
        session.drain(now);
        session.tick(now + 4 * SECOND);
        assertThat(listener.lastSent().body()).isInstanceOf(Unbind.class);
        session.tick(now + 8 * SECOND);
        assertThat(listener.events).containsExactly("draining", "ended UNBOUND");
    }

    @Test
    void refuses_what_comes_while_it_unbinds_so_that_it_comes_again() {
        bound();
        session.open("a", now);
        session.drain(now);
        request(6, message());
        assertThat(listener.lastSent().status()).isEqualTo(CommandStatus.ESME_RX_T_APPN);
        assertThat(listener.events).containsExactly("draining");
    }

    @Test
    void settles_both_sides_unbinding_at_once() {
        bound();
        session.drain(now);
        request(7, new Unbind());
        assertThat(listener.lastSent().body()).isInstanceOf(UnbindResp.class);
        assertThat(listener.events).containsExactly("draining", "ended PEER_UNBOUND");
    }

    @Test
    void does_nothing_any_more_when_it_is_lost() {
        bound();
        session.open("a", now);
        List<String> left = new ArrayList<>();
        session.lost(left::add);
        request(9, new EnquireLink());
        session.answer(Envelope.request(9, message()), CommandStatus.ESME_ROK);
        session.tick(now + 1000 * SECOND);
        assertThat(left).containsExactly("a");
        assertThat(listener.sent).isEmpty();
        assertThat(listener.events).isEmpty();
    }
}
