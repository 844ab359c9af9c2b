package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.DeliveryReceipt;
import org.smppra.ShortMessage;
import org.smppra.Submission;
import org.smppra.SubmitResult;
import org.smppra.delivery.Delivery;
import org.smppra.delivery.DeliveryCounter;
import org.smppra.engine.Account;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;
import org.smppra.simulator.Simulator;

/** Whose a receipt is, whatever its id looks like, whenever and wherever it comes, and however often. */
class ReceiptMatchingTest {
    private static final int COUNT = 200;

    @TempDir
    private Path outbox;

    private final Simulator simulator = Simulator.builder()
            .freePorts()
            .account("shop", "secret")
            .reportDelay(Duration.ZERO)
            .start();

    private final List<DeliveryReceipt> receipts = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        simulator.close();
    }

    private void commit(Delivery delivery) {
        receipts.add((DeliveryReceipt) delivery.value(1));
        delivery.committed();
    }

    private RunningEngine engine() {
        return new RunningEngine(RunningEngine.addresses(simulator.host("a"), simulator.host("b")), p -> {})
                .with(RunningEngine.calling(this::commit))
                .awaitBound(1);
    }

    private RunningEngine engine(ScriptedPeer peer) {
        return new RunningEngine(peer.address(), p -> p.setProfile("generic"))
                .with(RunningEngine.calling(this::commit))
                .awaitBound(1);
    }

    private static long count(Account account, DeliveryCounter counter) {
        return account.deliveryCounters().get(counter);
    }

    /** With references of their own, longer than what the provider's text has room for. */
    private static List<ShortMessage> messages() {
        return IntStream.range(0, COUNT)
                .mapToObj(i -> RunningEngine.message("an order with a long number " + i))
                .toList();
    }

    private void assertThatAllAreMatched(List<SubmitResult> results) {
        Map<String, DeliveryReceipt> byReference = receipts.stream()
                .collect(Collectors.toMap(receipt -> receipt.reference().orElseThrow(), receipt -> receipt));
        assertThat(byReference).hasSize(results.size());
        assertThat(results).allSatisfy(result -> {
            DeliveryReceipt receipt = byReference.get(result.reference());
            assertThat(receipt.submissionId()).contains(result.submissionId());
            assertThat(receipt.messageId()).isEqualTo(result.messageId());
            assertThat(receipt.partNumber()).isEqualTo(1);
            assertThat(receipt.partCount()).isEqualTo(1);
        });
    }

    private void awaitReceipts(int count) {
        RunningEngine.await(() -> receipts.size() >= count && simulator.reportsWaiting("shop") == 0);
    }

    @Test
    void receipts_that_overtake_the_answers_of_callers_are_matched() throws Exception {
        try (RunningEngine engine = engine()) {
            simulator.behaviours().switchOn("report-first");
            List<SubmitResult> results = new ArrayList<>();
            for (ShortMessage message : messages()) {
                results.add(engine.account().submit(message));
            }
            awaitReceipts(COUNT);
            assertThatAllAreMatched(results);
            assertThat(count(engine.account(), DeliveryCounter.UNMATCHED)).isZero();
        }
    }

    @Test
    void receipts_that_overtake_the_answers_of_a_batch_are_matched() throws Exception {
        try (RunningEngine engine = engine()) {
            simulator.behaviours().switchOn("report-first");
            List<SubmitResult> results = engine.account().submitAll(messages());
            awaitReceipts(COUNT);
            assertThatAllAreMatched(results);
            assertThat(count(engine.account(), DeliveryCounter.UNMATCHED)).isZero();
        }
    }

    @Test
    void receipts_that_overtake_answers_nobody_waits_for_are_matched() {
        try (RunningEngine engine = engine()) {
            simulator.behaviours().switchOn("report-first");
            List<SubmitResult> results = messages().stream().map(engine.account()::submitAsync).toList().stream()
                    .map(CompletableFuture::join)
                    .toList();
            awaitReceipts(COUNT);
            assertThatAllAreMatched(results);
            assertThat(count(engine.account(), DeliveryCounter.UNMATCHED)).isZero();
        }
    }

    @Test
    void receipts_that_overtake_the_answers_to_the_outbox_are_matched() throws Exception {
        try (StoringEngine engine =
                new StoringEngine(outbox, RunningEngine.addresses(simulator.host("a"), simulator.host("b")), p -> {})) {
            engine.account().addSink(RunningEngine.calling(this::commit));
            engine.awaitBound(1);
            simulator.behaviours().switchOn("report-first");
            List<Submission> submissions = engine.submitAll(messages());
            List<SubmitResult> results = engine.awaitResults(submissions.toArray(Submission[]::new));
            awaitReceipts(COUNT);
            assertThatAllAreMatched(results);
            assertThat(count(engine.account(), DeliveryCounter.UNMATCHED)).isZero();
        }
    }

    @Test
    void receipts_on_the_other_host_are_matched() throws Exception {
        try (RunningEngine engine = engine()) {
            simulator.behaviours().switchOn("report-other-host");
            List<SubmitResult> results = engine.account().submitAll(messages());
            awaitReceipts(COUNT);
            assertThatAllAreMatched(results);
        }
    }

    @Test
    void receipts_of_an_smsc_of_version_3_3_are_matched_by_their_hexadecimal_ids() throws Exception {
        try (RunningEngine engine = new RunningEngine(
                        RunningEngine.addresses(simulator.host("a"), simulator.host("b")),
                        p -> p.setInterfaceVersion("3.3"))
                .with(RunningEngine.calling(this::commit))
                .awaitBound(1)) {
            List<SubmitResult> results = engine.account().submitAll(messages());
            awaitReceipts(COUNT);
            assertThatAllAreMatched(results);
        }
    }

    @Test
    void receipts_that_come_three_times_are_acknowledged_and_reach_the_listener_once() throws Exception {
        try (RunningEngine engine = engine()) {
            simulator.behaviours().switchOn("report-twice times=3");
            List<SubmitResult> results = engine.account().submitAll(messages());
            RunningEngine.await(
                    () -> count(engine.account(), DeliveryCounter.REPEATED) == 2 * COUNT && receipts.size() == COUNT);
            assertThat(receipts)
                    .hasSize(COUNT)
                    .as("without a disk it is not known what was committed before the start")
                    .allMatch(DeliveryReceipt::possibleDuplicate);
            assertThatAllAreMatched(results);
        }
    }

    @Test
    void a_receipt_without_a_reference_of_ours_brings_the_submission_id_by_itself() throws Exception {
        try (RunningEngine engine = engine()) {
            simulator.behaviours().switchOn("report-first");
            SubmitResult result = engine.account()
                    .submit(ShortMessage.to("4512345678")
                            .from("Shop")
                            .text("hi")
                            .build());
            awaitReceipts(1);
            assertThat(receipts).singleElement().satisfies(receipt -> assertThat(receipt.submissionId())
                    .contains(result.submissionId()));
            assertThat(count(engine.account(), DeliveryCounter.PARKED)).isZero();
        }
    }

    private static DeliverSm receipt(SubmitSm of, String id, String stat) {
        return new DeliverSm(
                "",
                of.destination(),
                of.source(),
                0x04,
                0,
                0,
                "",
                "",
                0,
                0,
                0,
                0,
                Octets.ofLatin1("id:" + id + " sub:001 dlvrd:001 submit date:2611230000 done date:2611230000 stat:"
                        + stat + " err:000 text:hello"),
                Tlvs.empty());
    }

    /** Answers a submit_sm with what is made of it, and nothing else. */
    private static ScriptedPeer peer(Function<Envelope, List<Envelope>> script) {
        return ScriptedPeer.bound(request -> request.body() instanceof SubmitSm ? script.apply(request) : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "0E999F21,244948769",
        "244948769,E999F21",
        "E999F21,0e999f21",
        "38601fa,0059113978",
        "0059113978,38601FA",
        "74e02ee1-4e2f-4a6e-a78b-4b247d756a22,74e02ee1-4e2f-4a6e-a78b-4b247d756a22"
    })
    void an_id_that_is_written_in_another_way_in_the_receipt_is_matched(String answered, String inReceipt)
            throws Exception {
        AtomicInteger numbers = new AtomicInteger();
        try (ScriptedPeer peer = peer(request -> List.of(
                        Envelope.request(
                                numbers.incrementAndGet(), receipt((SubmitSm) request.body(), inReceipt, "ENROUTE")),
                        RawConnection.ok(request, RawConnection.accepted(answered)),
                        Envelope.request(
                                numbers.incrementAndGet(), receipt((SubmitSm) request.body(), inReceipt, "DELIVRD"))));
                RunningEngine engine = engine(peer)) {
            SubmitResult result = engine.account().submit(RunningEngine.message("order-1"));
            RunningEngine.await(() -> receipts.size() == 2 && peer.count(DeliverSmResp.class) == 2);
            assertThat(receipts).extracting(DeliveryReceipt::stateText).containsExactly("ENROUTE", "DELIVRD");
            assertThat(receipts).allSatisfy(receipt -> {
                assertThat(receipt.submissionId()).contains(result.submissionId());
                assertThat(receipt.reference()).contains("order-1");
                assertThat(receipt.messageId().value()).isEqualTo(inReceipt);
            });
        }
    }

    @Test
    void each_part_of_a_long_message_has_its_number() throws Exception {
        AtomicInteger numbers = new AtomicInteger();
        try (ScriptedPeer peer = peer(request -> {
                    int number = numbers.incrementAndGet();
                    return List.of(
                            Envelope.request(number, receipt((SubmitSm) request.body(), "part-" + number, "DELIVRD")),
                            RawConnection.ok(request, RawConnection.accepted("part-" + number)));
                });
                RunningEngine engine = engine(peer)) {
            SubmitResult result = engine.account()
                    .submit(RunningEngine.message("order-1").toBuilder()
                            .text("abc".repeat(140))
                            .build());
            RunningEngine.await(() -> receipts.size() == 3);
            assertThat(receipts).allSatisfy(receipt -> {
                assertThat(receipt.submissionId()).contains(result.submissionId());
                assertThat(receipt.partCount()).isEqualTo(3);
                assertThat(receipt.messageId().value()).isEqualTo("part-" + receipt.partNumber());
            });
        }
    }

    @Test
    void a_receipt_waits_for_the_answers_that_are_due_and_then_goes_on_although_it_is_another_nodes() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    Envelope request = connection.read(SubmitSm.class);
                    connection.write(Envelope.request(1, receipt((SubmitSm) request.body(), "another", "DELIVRD")));
                    connection.write(Envelope.request(2, receipt((SubmitSm) request.body(), "ours", "DELIVRD")));
                    answer.await();
                    connection.write(RawConnection.ok(request, RawConnection.accepted("ours")));
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> p.setProfile("generic"))
                        .with(RunningEngine.calling(this::commit))
                        .awaitBound(1)) {
            CompletableFuture<SubmitResult> result = engine.account().submitAsync(RunningEngine.message("order-1"));
            RunningEngine.await(() -> count(engine.account(), DeliveryCounter.PARKED) == 2);
            assertThat(receipts).isEmpty();
            answer.countDown();
            RunningEngine.await(() -> receipts.size() == 2);
            assertThat(receipts)
                    .extracting(DeliveryReceipt::submissionId)
                    .containsExactlyInAnyOrder(
                            Optional.empty(), Optional.of(result.join().submissionId()));
            assertThat(count(engine.account(), DeliveryCounter.UNMATCHED)).isEqualTo(1);
        }
    }

    @Test
    void a_receipt_whose_listener_commits_after_the_negative_answer_is_not_delivered_again() throws Exception {
        List<Delivery> slow = new CopyOnWriteArrayList<>();
        AtomicInteger numbers = new AtomicInteger();
        List<DeliverSm> sent = new CopyOnWriteArrayList<>();
        try (ScriptedPeer peer = ScriptedPeer.bound(request -> {
                    if (request.body() instanceof SubmitSm submit) {
                        sent.add(receipt(submit, "1", "DELIVRD"));
                        return List.of(
                                RawConnection.ok(request, RawConnection.accepted("1")),
                                Envelope.request(numbers.incrementAndGet(), sent.get(0)));
                    }
                    if (request.body() instanceof DeliverSmResp
                            && !request.status().isOk()) {
                        slow.get(0).committed(); // too late for this answer
                        return List.of(Envelope.request(numbers.incrementAndGet(), sent.get(0)));
                    }
                    return List.of();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                            p.setProfile("generic");
                            p.setDeliverAnswerTimeoutMillis(200);
                        })
                        .with(RunningEngine.calling(slow::add))
                        .awaitBound(1)) {
            engine.account().submit(RunningEngine.message("order-1"));
            RunningEngine.await(() -> peer.count(DeliverSmResp.class) == 2);
            assertThat(slow).hasSize(1);
            assertThat(count(engine.account(), DeliveryCounter.REPEATED)).isEqualTo(1);
            assertThat(peer.received())
                    .filteredOn(each -> each.body() instanceof DeliverSmResp)
                    .extracting(each -> each.status().isOk())
                    .containsExactly(false, true);
        }
    }
}
