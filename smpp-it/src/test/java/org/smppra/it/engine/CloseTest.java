package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.GatewayUnavailableException;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitResult;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;
import org.smppra.simulator.Simulator;

/** Closing, from wherever an application may do it. */
class CloseTest {
    private static void awaitNothingLeft() {
        RunningEngine.await(() -> RunningEngine.threads() == 0);
    }

    /** On the reader's thread, where a sink is offered what comes. */
    @ParameterizedTest(name = "settled first: {0}")
    @ValueSource(booleans = {true, false})
    void closing_inside_a_delivery_sink_ends(boolean settled) {
        AtomicReference<RunningEngine> engine = new AtomicReference<>();
        AtomicInteger closed = new AtomicInteger();
        try (RawPeer peer = new RawPeer(connection -> {
            connection.grantBind();
            connection.read(SubmitSm.class); // the test has the engine in its hand
            connection.write(Envelope.request(1, RawConnection.message("close")));
            connection.serve();
        })) {
            engine.set(new RunningEngine(peer.address(), p -> p.setCloseTimeoutMillis(300)).awaitBound(1));
            engine.get().with(RunningEngine.calling(delivery -> {
                if (settled) {
                    delivery.committed();
                }
                engine.get().close();
                closed.incrementAndGet();
                delivery.committed();
            }));
            Callers callers = Callers.start(engine.get(), 1);
            RunningEngine.await(() -> closed.get() == 1);
            assertThat(callers.fates()).hasOnlyElementsOfType(SubmitOutcomeUnknownException.class);
            awaitNothingLeft();
            assertThat(peer.accepted()).isEqualTo(1);
        }
    }

    @Test
    void closing_inside_a_sink_that_is_just_being_added_ends() {
        AtomicReference<RunningEngine> engine = new AtomicReference<>();
        AtomicBoolean closed = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        try (RawPeer peer = new RawPeer(connection -> {
            connection.grantBind();
            connection.write(Envelope.request(1, RawConnection.message("waits for a sink")));
            connection.write(Envelope.request(2, new EnquireLink()));
            connection.read(EnquireLinkResp.class);
            // The next one is read only after what was read before is handed on.
            connection.write(Envelope.request(3, new EnquireLink()));
            connection.read(EnquireLinkResp.class);
            answered.incrementAndGet();
            connection.serve();
        })) {
            engine.set(new RunningEngine(peer.address(), p -> p.setCloseTimeoutMillis(300)).awaitBound(1));
            RunningEngine.await(() -> answered.get() == 1);
            engine.get().with(RunningEngine.calling(delivery -> {
                engine.get().close();
                closed.set(true);
            }));
            assertThat(closed).isTrue();
            awaitNothingLeft();
        }
    }

    /** A log is a callback too: of whoever listens to it. */
    @Test
    void closing_inside_a_log_listener_ends() {
        AtomicReference<RunningEngine> engine = new AtomicReference<>();
        AtomicInteger closed = new AtomicInteger();
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    connection.read(SubmitSm.class);
                    connection.reset();
                });
                Logged logged = new Logged(line -> {
                    if (line.contains("SMPP-102") && closed.getAndIncrement() == 0) {
                        engine.get().close();
                        closed.incrementAndGet();
                    }
                })) {
            engine.set(new RunningEngine(peer.address(), p -> p.setCloseTimeoutMillis(300)).awaitBound(1));
            Callers callers = Callers.start(engine.get(), 1);
            assertThat(callers.fates()).hasOnlyElementsOfType(SubmitOutcomeUnknownException.class);
            RunningEngine.await(() -> closed.get() == 2);
            awaitNothingLeft();
            assertThat(logged.lines()).anyMatch(line -> line.contains("SMPP-102"));
        }
    }

    @Test
    void closing_from_many_threads_while_callers_submit_gives_each_of_them_a_fate() throws Exception {
        try (Simulator simulator = Simulator.builder().freePorts().start()) {
            RunningEngine engine = new RunningEngine(
                            RunningEngine.addresses(simulator.host("a"), simulator.host("b")), p -> {
                                p.setWindowSize(4);
                                p.setCloseTimeoutMillis(20_000);
                            })
                    .awaitBound(1);
            List<Object> fates = new CopyOnWriteArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                threads.add(new Thread(() -> {
                    Object fate = Callers.submit(engine, RunningEngine.message("m"));
                    while (fate instanceof SubmitResult) {
                        fates.add(fate);
                        fate = Callers.submit(engine, RunningEngine.message("m"));
                    }
                    fates.add(fate);
                    engine.close(); // also each caller that learns of it
                }));
            }
            threads.forEach(Thread::start);
            RunningEngine.await(() -> fates.size() > 200);
            for (int i = 0; i < 8; i++) {
                Thread closer = new Thread(engine::close);
                threads.add(closer);
                closer.start();
            }
            engine.close();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(fates).hasOnlyElementsOfTypes(SubmitResult.class, GatewayUnavailableException.class);
            assertThat(Callers.count(fates, GatewayUnavailableException.class)).isEqualTo(32);
            assertThat(simulator.messageCount()).isEqualTo(Callers.count(fates, SubmitResult.class));
            RunningEngine.await(() -> simulator.hosts().stream().allMatch(host -> host.connections() == 0));
            awaitNothingLeft();
        }
    }

    @Test
    void closing_takes_the_answers_that_are_due_and_unbinds_only_then() {
        List<Class<?>> order = new CopyOnWriteArrayList<>();
        AtomicBoolean closing = new AtomicBoolean();
        AtomicReference<RunningEngine> engine = new AtomicReference<>();
        try (RawPeer peer = new RawPeer(connection -> {
            connection.grantBind();
            Envelope request = connection.read(SubmitSm.class);
            // The host state says when the engine is closing: from then on nothing new is taken.
            RunningEngine.await(closing::get);
            RunningEngine.await(() -> !engine.get().account().state().isUsable());
            connection.write(Envelope.request(1, new EnquireLink()));
            order.add(connection.read().body().getClass());
            connection.write(RawConnection.ok(request, RawConnection.accepted("in time")));
            Envelope next = connection.read();
            order.add(next.body().getClass());
            connection.write(RawConnection.ok(next, new UnbindResp()));
            order.add(connection.in().read() < 0 ? Void.class : Object.class);
        })) {
            engine.set(new RunningEngine(peer.address(), p -> p.setCloseTimeoutMillis(20_000)).awaitBound(1));
            Callers callers = Callers.start(engine.get(), 1);
            RunningEngine.await(() ->
                    engine.get().account().state().hosts().get(peer.address()).outstanding() == 1);
            try (Logged logged = new Logged()) {
                closing.set(true);
                engine.get().close();
                assertThat(callers.fates()).hasOnlyElementsOfType(SubmitResult.class);
                RunningEngine.await(() -> order.size() == 3);
                assertThat(order).containsExactly(EnquireLinkResp.class, Unbind.class, Void.class);
                assertThat(logged.warnings())
                        .as("nobody is alarmed by an orderly end")
                        .isEmpty();
            }
        }
    }

    @Test
    void closing_while_a_host_never_answers_the_bind_or_the_connect_ends() {
        try (RawPeer mute = new RawPeer(RawConnection::stall);
                RawPeer deaf = new RawPeer(connection -> {
                    connection.grantBind();
                    connection.stall();
                })) {
            RunningEngine engine = new RunningEngine(
                    mute.address() + "," + deaf.address() + ",127.0.0.1:9", p -> p.setCloseTimeoutMillis(300));
            RunningEngine.await(() -> engine.account().state().isUsable() && mute.accepted() == 1);
            Callers callers = Callers.start(engine, 30); // window 10: 20 wait for a slot
            RunningEngine.await(
                    () -> engine.account().state().hosts().get(deaf.address()).outstanding() == 10);
            engine.close();
            List<Object> fates = callers.fates();
            assertThat(Callers.count(fates, SubmitOutcomeUnknownException.class))
                    .isEqualTo(10);
            assertThat(Callers.count(fates, GatewayUnavailableException.class)).isEqualTo(20);
            awaitNothingLeft();
        }
    }

    @Test
    void a_delivery_that_is_settled_after_the_end_harms_nobody() {
        AtomicReference<org.smppra.delivery.Delivery> kept = new AtomicReference<>();
        List<Envelope> answers = new CopyOnWriteArrayList<>();
        try (RawPeer peer = new RawPeer(connection -> {
            connection.grantBind();
            connection.write(Envelope.request(1, RawConnection.message("hello")));
            answers.add(connection.read(DeliverSmResp.class));
        })) {
            RunningEngine engine = new RunningEngine(peer.address(), p -> p.setCloseTimeoutMillis(300))
                    .with(RunningEngine.calling(kept::set));
            RunningEngine.await(() -> kept.get() != null);
            engine.close();
            kept.get().committed();
            assertThat(answers).isEmpty();
            awaitNothingLeft();
        }
    }
}
