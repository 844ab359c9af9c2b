package org.smppra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.smppra.codec.PduSamples;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.Unbind;

/** What a client does with each command in each state, cell by cell. SMPP 3.4 section 2.3 (table 2-1). */
class OperationMatrixTest {
    private static final long SECOND = 1_000_000_000L;
    private static final CommandStatus AGAIN = CommandStatus.ESME_RX_T_APPN;
    private static final int PEERS = 4_711;

    /**
     * ok: answered with status 0. bnd: refused with ESME_RINVBNDSTS. id: refused with ESME_RINVCMDID. agn: refused so
     * that it comes again. up: handed over. end: answered, and the session ends. late: an answer to nothing, reported.
     * -: nothing at all.
     */
    private static final String MATRIX =
            """
                                   OPEN  BINDING BOUND_TX BOUND_RX BOUND_TRX DRAINING UNBINDING CLOSED
            ENQUIRE_LINK           ok    ok      ok       ok       ok        ok       ok        -
            UNBIND                 end   end     end      end      end       wait     end       -
            DELIVER_SM             bnd   bnd     bnd      up       up        agn      agn       -
            DATA_SM                bnd   bnd     up       up       up        agn      agn       -
            ALERT_NOTIFICATION     -     -       -        -        -         -        -         -
            OUTBIND                -     -       -        -        -         -        -         -
            BIND_RECEIVER          id    id      id       id       id        id       id        -
            BIND_TRANSMITTER       id    id      id       id       id        id       id        -
            BIND_TRANSCEIVER       id    id      id       id       id        id       id        -
            SUBMIT_SM              id    id      id       id       id        id       id        -
            SUBMIT_MULTI           id    id      id       id       id        id       id        -
            QUERY_SM               id    id      id       id       id        id       id        -
            CANCEL_SM              id    id      id       id       id        id       id        -
            REPLACE_SM             id    id      id       id       id        id       id        -
            GENERIC_NACK           late  late    late     late     late      late     late      -
            BIND_RECEIVER_RESP     late  late    late     late     late      late     late      -
            BIND_TRANSMITTER_RESP  late  late    late     late     late      late     late      -
            BIND_TRANSCEIVER_RESP  late  late    late     late     late      late     late      -
            SUBMIT_SM_RESP         late  late    late     late     late      late     late      -
            SUBMIT_MULTI_RESP      late  late    late     late     late      late     late      -
            QUERY_SM_RESP          late  late    late     late     late      late     late      -
            CANCEL_SM_RESP         late  late    late     late     late      late     late      -
            REPLACE_SM_RESP        late  late    late     late     late      late     late      -
            DATA_SM_RESP           late  late    late     late     late      late     late      -
            DELIVER_SM_RESP        late  late    late     late     late      late     late      -
            ENQUIRE_LINK_RESP      -     -       -        -        -         -        -         -
            UNBIND_RESP            late  late    late     late     late      late     end0      -
            """;

    private final RecordingListener listener = new RecordingListener();
    private final Session<String> session = new Session<>(
            new SessionSettings(2, SECOND, 30 * SECOND, 60 * SECOND, 0, 5 * SECOND, 8 * SECOND, AGAIN), listener);

    private static Pdu sample(CommandId id) {
        return PduSamples.all().stream()
                .filter(pdu -> pdu.commandId() == id)
                .findFirst()
                .orElseThrow();
    }

    private void bind(Pdu answer) {
        session.bind(
                switch (answer.commandId()) {
                    case BIND_TRANSMITTER_RESP -> new BindTransmitter("", "", "", 0x34, 0, 0, "");
                    case BIND_RECEIVER_RESP -> new BindReceiver("", "", "", 0x34, 0, 0, "");
                    default -> new BindTransceiver("", "", "", 0x34, 0, 0, "");
                },
                0);
        session.received(new Envelope(CommandStatus.ESME_ROK, 1, answer), 0);
    }

    private void enter(SessionState state) {
        Function<Void, Pdu> trx = nothing -> new BindTransceiverResp("", Tlvs.empty());
        switch (state) {
            case OPEN -> {}
            case BINDING -> session.bind(new BindTransceiver("", "", "", 0x34, 0, 0, ""), 0);
            case BOUND_TX -> bind(new BindTransmitterResp("", Tlvs.empty()));
            case BOUND_RX -> bind(new BindReceiverResp("", Tlvs.empty()));
            case BOUND_TRX -> bind(trx.apply(null));
            case DRAINING -> {
                bind(trx.apply(null));
                session.open("under way", 0);
                session.drain(0);
            }
            case UNBINDING -> {
                bind(trx.apply(null));
                session.drain(0);
            }
            case CLOSED -> session.lost(call -> {});
        }
        assertThat(session.state()).isEqualTo(state);
        listener.sent.clear();
        listener.events.clear();
    }

    @TestFactory
    Stream<DynamicTest> every_command_in_every_state() {
        List<String> lines = MATRIX.lines().toList();
        String[] states = lines.get(0).trim().split(" +");
        return lines.stream().skip(1).flatMap(line -> {
            String[] cells = line.trim().split(" +");
            CommandId id = CommandId.valueOf(cells[0]);
            return Stream.iterate(0, i -> i + 1).limit(states.length).map(i -> {
                SessionState state = SessionState.valueOf(states[i]);
                return DynamicTest.dynamicTest(
                        id + " in " + state + ": " + cells[i + 1],
                        () -> new OperationMatrixTest().check(id, state, cells[i + 1]));
            });
        });
    }

    private void check(CommandId id, SessionState state, String expected) {
        enter(state);
        session.received(new Envelope(CommandStatus.ESME_ROK, PEERS, sample(id)), 0);
        List<Envelope> sent = listener.sent;
        switch (expected) {
            case "ok" -> assertSent(id, CommandStatus.ESME_ROK);
            case "bnd" -> assertSent(id, CommandStatus.ESME_RINVBNDSTS);
            case "id" -> assertSent(id, CommandStatus.ESME_RINVCMDID);
            case "agn" -> assertSent(id, AGAIN);
            case "end" -> {
                assertSent(id, CommandStatus.ESME_ROK);
                assertThat(session.state()).isEqualTo(SessionState.CLOSED);
                return;
            }
            case "end0" -> {
                assertThat(sent).isEmpty();
                assertThat(session.state()).isEqualTo(SessionState.CLOSED);
                return;
            }
            case "wait", "-" -> assertThat(sent).isEmpty();
            case "up" -> assertThat(listener.events).containsExactly("delivered " + PEERS);
            case "late" -> assertThat(listener.events).containsExactly("stray " + PEERS);
            default -> throw new AssertionError(expected);
        }
        assertThat(session.state()).isEqualTo(state);
    }

    private void assertSent(CommandId id, CommandStatus status) {
        assertThat(listener.sent).singleElement().satisfies(answer -> {
            assertThat(answer.body().commandId()).isEqualTo(id.response());
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.sequenceNumber()).isEqualTo(PEERS);
        });
    }

    @Test
    void the_matrix_has_every_command_and_every_state() {
        List<String> lines = MATRIX.lines().toList();
        assertThat(lines.get(0).trim().split(" +"))
                .containsExactly(Arrays.stream(SessionState.values())
                        .map(SessionState::name)
                        .toArray(String[]::new));
        assertThat(lines.stream().skip(1).map(line -> line.trim().split(" +")[0]))
                .containsExactlyInAnyOrder(
                        Arrays.stream(CommandId.values()).map(CommandId::name).toArray(String[]::new));
    }

    @Test
    void requests_go_out_only_as_transmitter_or_transceiver() {
        for (SessionState state : SessionState.values()) {
            OperationMatrixTest each = new OperationMatrixTest();
            each.enter(state);
            boolean may = state == SessionState.BOUND_TX || state == SessionState.BOUND_TRX;
            assertThat(each.session.open("request", 0) != 0).as("%s", state).isEqualTo(may);
        }
    }

    @Test
    void an_unbind_before_the_bind_is_answered_too() {
        enter(SessionState.BINDING);
        session.received(Envelope.request(PEERS, new Unbind()), 0);
        assertThat(listener.events).containsExactly("draining", "ended PEER_UNBOUND");
    }
}
