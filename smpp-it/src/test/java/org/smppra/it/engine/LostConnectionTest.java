package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.GatewayUnavailableException;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitResult;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.Unbind;

/** Connections that end at any octet, or go silent without an end. */
class LostConnectionTest {
    /** The peer is gone without FIN: for us it just says nothing any more. */
    @Test
    void a_half_open_connection_is_left_when_enquire_link_is_not_answered() {
        try (RawPeer peer = new RawPeer(connection -> {
                    if (connection.number() > 1) {
                        connection.behave();
                    }
                    connection.grantBind();
                    connection.readToEnd();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                            p.setEnquireLinkIntervalMillis(200);
                            p.setResponseTimeoutMillis(3_000);
                        })
                        .awaitBound(1)) {
            List<Object> fates = Callers.start(engine, 10).fates();
            assertThat(fates).hasOnlyElementsOfType(SubmitOutcomeUnknownException.class);
            RunningEngine.await(() -> peer.accepted() == 2);
            engine.awaitBound(1);
            assertThat(Callers.submit(engine, RunningEngine.message("m"))).isInstanceOf(SubmitResult.class);
        }
    }

    @Test
    void the_reason_of_a_loss_by_silence_is_told_to_the_callers_and_in_the_state() {
        try (RawPeer peer = new RawPeer(connection -> {
                    if (connection.number() == 1) {
                        connection.grantBind();
                    }
                    connection.readToEnd();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                            p.setEnquireLinkIntervalMillis(100);
                            p.setResponseTimeoutMillis(600);
                        })
                        .awaitBound(1)) {
            RunningEngine.await(() -> !engine.account().state().isUsable());
            RunningEngine.await(() -> engine.account()
                    .state()
                    .hosts()
                    .get(peer.address())
                    .lastError()
                    .orElse("")
                    .equals("no answer to enquire_link"));
            assertThat(Callers.submit(engine, RunningEngine.message("m")))
                    .isInstanceOfSatisfying(GatewayUnavailableException.class, e -> assertThat(e)
                            .hasMessageContaining("no answer to enquire_link"));
        }
    }

    /** What a peer says in a short session, when its bind is granted and when a request has come. */
    private static byte[] said(Envelope granted, Envelope request) {
        return RawConnection.octets(
                granted,
                Envelope.request(1, RawConnection.message("hello")),
                Envelope.request(2, new EnquireLink()),
                RawConnection.ok(request, RawConnection.accepted("1")),
                Envelope.request(3, new Unbind()));
    }

    @ParameterizedTest(name = "by reset: {0}")
    @ValueSource(booleans = {true, false})
    void a_stream_that_ends_at_any_octet_is_followed_by_a_new_connection_and_every_caller_has_a_fate(boolean reset) {
        AtomicInteger done = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger submitted = new AtomicInteger();
        AtomicInteger came = new AtomicInteger();
        List<Object> fates = new ArrayList<>();
        int[] length = {Integer.MAX_VALUE};
        try (RawPeer peer = new RawPeer(connection -> {
                    int prefix = connection.number() - 1;
                    if (prefix > length[0]) {
                        done.set(1);
                        connection.behave();
                        return;
                    }
                    Envelope granted = connection.readBind();
                    int bound = RawConnection.octets(granted).length;
                    byte[] all = said(granted, Envelope.request(0, new EnquireLink()));
                    length[0] = all.length;
                    connection.write(Arrays.copyOf(all, Math.min(prefix, bound)));
                    if (prefix > bound) {
                        Envelope request = connection.read(SubmitSm.class);
                        came.incrementAndGet();
                        connection.write(Arrays.copyOfRange(said(granted, request), bound, prefix));
                    }
                    if (reset) {
                        connection.reset();
                    }
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                            p.setReconnectMaxDelayMillis(1);
                            p.setCloseTimeoutMillis(200);
                        })
                        .with(RunningEngine.acknowledging())) {
            Thread caller = new Thread(() -> {
                while (!stop.get()) {
                    submitted.incrementAndGet();
                    fates.add(Callers.submit(engine, RunningEngine.message("m")));
                    LockSupport.parkNanos(500_000); // or the refusals while it is not bound would fill the heap
                }
            });
            Resources before = Resources.now();
            caller.start();
            RunningEngine.await(() -> done.get() == 1);
            engine.awaitBound(1);
            stop.set(true);
            RunningEngine.await(() -> !caller.isAlive());

            assertThat(Callers.submit(engine, RunningEngine.message("m"))).isInstanceOf(SubmitResult.class);
            assertThat(fates).hasSize(submitted.get());
            assertThat(fates)
                    .hasOnlyElementsOfTypes(
                            SubmitResult.class, SubmitOutcomeUnknownException.class, GatewayUnavailableException.class);
            assertThat(came.get()).isGreaterThan(100);
            assertThat(Callers.count(fates, SubmitOutcomeUnknownException.class))
                    .isPositive();
            // One link: its two threads, and the timer.
            RunningEngine.await(() -> RunningEngine.threads() <= 3);
            assertThat(Resources.now().files()).isLessThan(before.files() + 20);
        }
        RunningEngine.await(() -> RunningEngine.threads() == 0);
    }
}
