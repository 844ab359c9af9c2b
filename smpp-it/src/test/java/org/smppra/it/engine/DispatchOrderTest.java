package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.Outcome;
import org.smppra.ShortMessage;
import org.smppra.Submission;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlv;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.StoredMessage;

/** What leaves first: the urgent, and to one destination in order where that is asked for. Counted at the other side. */
class DispatchOrderTest {
    private static final int WINDOW = 10;

    @TempDir
    private Path outbox;

    private static String reference(StoredMessage message) {
        return message.submitSm()
                .tlvs()
                .first(Tlv.USER_MESSAGE_REFERENCE)
                .orElseThrow()
                .toLatin1();
    }

    @Test
    void a_one_time_code_overtakes_a_hundred_thousand_bulk_messages() throws Exception {
        int count = 100_000;
        try (Simulator simulator =
                        Simulator.builder().freePorts().storeLimit(1_000_000).start();
                StoringEngine engine = new StoringEngine(
                                outbox,
                                RunningEngine.addresses(simulator.host("a"), simulator.host("b")),
                                p -> p.setWindowSize(WINDOW))
                        .awaitBound(1)) {
            List<ShortMessage> bulk = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                bulk.add(StoringEngine.message().reference("bulk").build());
            }
            engine.submitAll(bulk);
            RunningEngine.await(() -> simulator.messageCount() > 1_000);
            List<Long> overtaken = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Submission code =
                        engine.submit(StoringEngine.message().priority(3).reference("code " + i));
                overtaken.add(simulator.messageCount());
                engine.awaitResult(code);
            }
            assertThat(engine.account().state().waiting())
                    .as("bulk that still waits")
                    .isPositive();
            List<StoredMessage> stored = List.copyOf(simulator.messages());
            for (int i = 0; i < stored.size(); i++) {
                if (reference(stored.get(i)).startsWith("code")) {
                    places.add(i);
                }
            }
            // What was in the windows, and what went while the test looked: on a busy machine that may be thousands.
            for (int i = 0; i < 5; i++) {
                assertThat(places.get(i)).isLessThan((int) (overtaken.get(i) + count / 20));
            }
        }
    }

    @Test
    void callers_that_wait_for_their_answer_and_what_is_stored_share_the_windows() throws Exception {
        int count = 30_000;
        int callers = 8;
        try (Simulator simulator =
                        Simulator.builder().freePorts().storeLimit(1_000_000).start();
                StoringEngine engine = new StoringEngine(
                                outbox,
                                RunningEngine.addresses(simulator.host("a"), simulator.host("b")),
                                p -> p.setWindowSize(2))
                        .awaitBound(1)) {
            List<ShortMessage> bulk = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                bulk.add(StoringEngine.message().reference("bulk").build());
            }
            engine.submitAll(bulk);
            List<Throwable> failures = new CopyOnWriteArrayList<>();
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                Thread thread = new Thread(() -> {
                    try {
                        for (int n = 0; n < 500; n++) {
                            engine.account().submit(RunningEngine.message("direct"));
                        }
                    } catch (Exception | Error e) {
                        failures.add(e);
                    }
                });
                threads.add(thread);
                thread.start();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(failures).isEmpty();
            assertThat(engine.account().state().waiting())
                    .as("bulk that still waits")
                    .isPositive();
            List<String> order = simulator.messages().stream()
                    .map(DispatchOrderTest::reference)
                    .toList();
            int last = order.lastIndexOf("direct");
            long bulkBetween = order.subList(order.indexOf("direct"), last).stream()
                    .filter("bulk"::equals)
                    .count();
            assertThat(bulkBetween).as("stored ones that left meanwhile").isGreaterThan(100);
        }
    }

    /** The highest number of requests to one destination that had no answer at one time. */
    private static final class Overlap {
        private final Map<String, AtomicInteger> open = new ConcurrentHashMap<>();
        private final AtomicInteger most = new AtomicInteger();

        void begin(String destination) {
            int now =
                    open.computeIfAbsent(destination, d -> new AtomicInteger()).incrementAndGet();
            most.accumulateAndGet(now, Math::max);
        }

        void end(String destination) {
            open.get(destination).decrementAndGet();
        }
    }

    @Test
    void messages_in_order_leave_one_after_the_other_to_each_destination() throws Exception {
        int destinations = 8;
        int each = 30;
        Overlap overlap = new Overlap();
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    List<Envelope> open = new ArrayList<>();
                    while (true) {
                        Envelope request = connection.read();
                        if (request.body() instanceof SubmitSm submit) {
                            overlap.begin(submit.destination().value());
                            open.add(0, request); // answered in the wrong order, some at a time
                        }
                        if (open.size() >= destinations || connection.in().available() == 0) {
                            for (Envelope answered : open) {
                                overlap.end(((SubmitSm) answered.body())
                                        .destination()
                                        .value());
                                connection.write(RawConnection.ok(
                                        answered,
                                        RawConnection.accepted(((SubmitSm) answered.body())
                                                .shortMessage()
                                                .toLatin1())));
                            }
                            open.clear();
                        }
                    }
                });
                StoringEngine engine =
                        new StoringEngine(outbox, peer.address(), p -> p.setProfile("generic")).awaitBound(1)) {
            List<ShortMessage> messages = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                for (int d = 0; d < destinations; d++) {
                    messages.add(ShortMessage.to("45000000" + d)
                            .text("m" + i)
                            .inOrder()
                            .build());
                }
            }
            Submission[] submissions = engine.submitAll(messages).toArray(Submission[]::new);
            assertThat(engine.awaitResults(submissions)).allMatch(result -> result.outcome() == Outcome.ACCEPTED);
            assertThat(overlap.most.get()).isEqualTo(1);
        }
    }

    @Test
    void one_that_is_refused_for_now_holds_up_those_behind_it_and_nobody_else() throws Exception {
        AtomicInteger refusals = new AtomicInteger(2);
        try (ScriptedPeer peer = ScriptedPeer.bound(envelope -> {
                    if (!(envelope.body() instanceof SubmitSm request)) {
                        return List.of();
                    }
                    String text = request.shortMessage().toLatin1();
                    boolean refused = text.equals("m0") && refusals.getAndDecrement() > 0;
                    return List.of(
                            refused
                                    ? Envelope.answer(
                                            request.commandId(), envelope.sequenceNumber(), CommandStatus.ESME_RSYSERR)
                                    : ScriptedPeer.answer(envelope, RawConnection.accepted(text)));
                });
                StoringEngine engine =
                        new StoringEngine(outbox, peer.address(), p -> p.setProfile("generic")).awaitBound(1)) {
            List<ShortMessage> messages = IntStream.range(0, 5)
                    .mapToObj(
                            i -> StoringEngine.message().text("m" + i).inOrder().build())
                    .collect(Collectors.toCollection(ArrayList::new));
            messages.add(StoringEngine.message().text("free").build());
            engine.awaitResults(engine.submitAll(messages).toArray(Submission[]::new));
            List<String> texts = peer.received().stream()
                    .filter(each -> each.body() instanceof SubmitSm)
                    .map(each -> ((SubmitSm) each.body()).shortMessage().toLatin1())
                    .toList();
            assertThat(texts.stream().filter(text -> !text.equals("free")).toList())
                    .containsExactly("m0", "m0", "m0", "m1", "m2", "m3", "m4");
            assertThat(texts.indexOf("free")).isLessThan(2);
            assertThat(Set.copyOf(texts)).hasSize(6);
        }
    }
}
