package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.SubmitResult;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.Envelope;

/** Hosts that take binds and drop them, refuse them, or say nothing. */
class RebindTest {
    private static final int REBINDS = Math.min(1_000, 50 * Integer.getInteger("smpp.test.scale", 1));

    @ParameterizedTest
    @CsvSource({"TRANSCEIVER,1", "TRANSMITTER_RECEIVER,2"})
    void many_rebinds_leave_threads_sockets_and_heap_as_they_were(String bindType, int bindsPerHost) {
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    if (connection.number() % 2 == 0) {
                        connection.reset();
                    }
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                    p.setBindType(bindType);
                    p.setBindsPerHost(bindsPerHost);
                    p.setReconnectMaxDelayMillis(1);
                    p.setCloseTimeoutMillis(200);
                })) {
            RunningEngine.await(() -> peer.accepted() >= 50);
            Resources before = Resources.now();
            int from = peer.accepted();
            RunningEngine.await(() -> peer.accepted() >= from + REBINDS);
            int links = bindType.equals("TRANSCEIVER") ? bindsPerHost : 2 * bindsPerHost;
            // The threads of a link that ends may outlive the begin of the next.
            RunningEngine.await(() -> RunningEngine.threads() <= 2L * links + 1);
            Resources after = Resources.now();
            // Both ends of each connection are in this JVM; a closed one may wait for its script's end.
            assertThat(after.files()).isLessThan(before.files() + 10 * links);
            assertThat(after.heap()).isLessThan(before.heap() + (4 << 20));
        }
        RunningEngine.await(() -> RunningEngine.threads() == 0);
    }

    /** The next connection comes only when the one before has ended, however it was lost. */
    @Test
    void a_link_makes_one_attempt_at_a_time() {
        AtomicInteger ended = new AtomicInteger();
        try (RawPeer peer = new RawPeer(connection -> {
                    int before = connection.number() - 1;
                    // The end of the one before may reach us a moment after this one's begin, but it must come.
                    RunningEngine.await(() -> ended.get() >= before);
                    switch (before % 4) {
                        case 0 -> connection.readToEnd(); // no answer to the bind
                        case 1 -> {
                            connection.grantBind();
                            connection.readToEnd(); // no answer to enquire_link
                        }
                        case 2 -> {
                            Envelope bind = connection.read();
                            connection.write(Envelope.answer(
                                    bind.body().commandId(), bind.sequenceNumber(), CommandStatus.ESME_RSYSERR));
                            connection.readToEnd(); // refused, and not closed by us
                        }
                        default -> connection.grantBind();
                    }
                    ended.incrementAndGet();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                    p.setReconnectMaxDelayMillis(1);
                    p.setBindTimeoutMillis(150);
                    p.setEnquireLinkIntervalMillis(50);
                    p.setResponseTimeoutMillis(100);
                    p.setCloseTimeoutMillis(200);
                })) {
            RunningEngine.await(() -> ended.get() >= 12);
            RunningEngine.await(() -> peer.open() <= 1);
        }
    }

    /** The delays themselves: BackoffTest. */
    @ParameterizedTest
    @ValueSource(ints = {0x05, 0x0D, 0x0E, 0x0F})
    void a_host_that_turns_us_away_is_said_so_while_the_other_one_serves(int status) {
        try (RawPeer refusing = new RawPeer(connection -> {
                    Envelope bind = connection.read();
                    connection.write(
                            Envelope.answer(bind.body().commandId(), bind.sequenceNumber(), CommandStatus.of(status)));
                    connection.readToEnd();
                });
                RawPeer other = new RawPeer(RawConnection::behave);
                RunningEngine engine = new RunningEngine(
                        refusing.address() + "," + other.address(), p -> p.setReconnectMaxDelayMillis(60_000))) {
            RunningEngine.await(() -> engine.account().state().isUsable());
            RunningEngine.await(() -> engine.account()
                    .state()
                    .hosts()
                    .get(refusing.address())
                    .lastError()
                    .orElse("")
                    .contains(CommandStatus.of(status).toString()));
            assertThat(Callers.inTurn(engine, 20)).hasOnlyElementsOfType(SubmitResult.class);
            // It is asked again only slowly: nothing came while the others were served.
            assertThat(refusing.accepted()).isEqualTo(1);
        }
    }

    /** Some count a session for a moment longer than it lives. */
    @Test
    void a_host_that_refuses_to_be_bound_anew_is_asked_again_soon_and_callers_wait() {
        try (RawPeer peer = new RawPeer(connection -> {
                    if (connection.number() == 1 || connection.number() > 3) {
                        connection.behave();
                        return;
                    }
                    Envelope bind = connection.read();
                    connection.write(Envelope.answer(
                            bind.body().commandId(), bind.sequenceNumber(), CommandStatus.ESME_RALYBND));
                    connection.readToEnd();
                });
                RunningEngine engine = RunningEngine.withoutListener(
                                peer.address(), p -> p.setReconnectMaxDelayMillis(60_000))
                        .awaitBound(1)) {
            engine.account().addSink(RunningEngine.acknowledging());
            RunningEngine.await(() -> peer.accepted() > 1);
            assertThat(Callers.inTurn(engine, 20)).hasOnlyElementsOfType(SubmitResult.class);
            assertThat(engine.account().state().hosts().values()).allMatch(host -> host.receiving() == 1);
            assertThat(peer.accepted()).isEqualTo(4);
        }
    }

    @Test
    void a_bind_that_is_never_answered_is_left_in_its_own_time() {
        Set<Integer> tried = ConcurrentHashMap.newKeySet();
        try (RawPeer peer = new RawPeer(connection -> {
                    tried.add(connection.number());
                    if (connection.number() < 3) {
                        connection.readToEnd();
                    }
                    connection.behave();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                    p.setBindTimeoutMillis(150);
                    p.setReconnectMaxDelayMillis(10);
                })) {
            engine.awaitBound(1);
            assertThat(tried).contains(1, 2, 3);
        }
    }
}
