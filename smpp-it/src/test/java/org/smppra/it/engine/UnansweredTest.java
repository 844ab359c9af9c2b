package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smppra.Direction;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.Settle;
import org.smppra.SmppOperations;
import org.smppra.Store;
import org.smppra.Submission;
import org.smppra.SubmitResult;
import org.smppra.UnansweredPolicy;
import org.smppra.dispatch.DispatchCounter;
import org.smppra.engine.OutboxOpener;
import org.smppra.link.LinkCounter;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;

/** Written, and no answer: what becomes of it, and what comes of it later. The SMSC here answers when the test says. */
class UnansweredTest {
    private static final int RESPONSE_TIMEOUT = 1_500;

    @TempDir
    private Path outbox;

    private final BlockingQueue<Envelope> requests = new LinkedBlockingQueue<>();
    private final List<RawConnection> connections = new ArrayList<>();
    private final AtomicInteger written = new AtomicInteger();

    /** Reads, and answers nothing by itself. */
    private RawPeer silent() {
        return new RawPeer(connection -> {
            synchronized (connections) {
                connections.add(connection); // before anybody can see that it is bound
            }
            connection.grantBind();
            while (true) {
                Envelope request = connection.read(SubmitSm.class);
                written.incrementAndGet();
                requests.add(request);
            }
        });
    }

    private RawConnection connection() {
        synchronized (connections) {
            return connections.get(connections.size() - 1);
        }
    }

    private Envelope nextRequest() throws InterruptedException {
        Envelope request = requests.poll(30, TimeUnit.SECONDS);
        assertThat(request).as("a request").isNotNull();
        return request;
    }

    private StoringEngine engine(RawPeer peer, int responseTimeout) {
        return new StoringEngine(outbox, peer.address(), p -> {
                    p.setResponseTimeoutMillis(responseTimeout);
                    p.setProfile("generic");
                })
                .awaitBound(1);
    }

    private static long count(StoringEngine engine, DispatchCounter counter) {
        return engine.account().dispatchCounters().get(counter);
    }

    private static void awaitCount(StoringEngine engine, DispatchCounter counter, long count) {
        RunningEngine.await(() -> count(engine, counter) == count);
    }

    private void accept(Envelope request, String id) throws Exception {
        connection().write(RawConnection.ok(request, RawConnection.accepted(id)));
    }

    private static DeliverSm receipt(String submissionId, String id) {
        return new DeliverSm(
                "",
                Address.of(1, 1, "4512345678"),
                Address.of(5, 0, "Shop"),
                0x04,
                0,
                0,
                "",
                "",
                0,
                0,
                0,
                0,
                Octets.ofLatin1("id:" + id + " sub:001 dlvrd:001 submit date:2611230000 done date:2611230000"
                        + " stat:DELIVRD err:000 text:" + submissionId),
                Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1(submissionId)));
    }

    @Test
    void resend_after_a_loss_sends_it_again_and_counts_it() throws Exception {
        try (RawPeer peer = silent();
                StoringEngine engine = engine(peer, 60_000)) {
            Submission submission = engine.submit(StoringEngine.message());
            Envelope first = nextRequest();
            connection().socket().close();
            Envelope second = nextRequest();
            assertThat(second.body()).isEqualTo(first.body());
            accept(second, "second");
            SubmitResult result = engine.awaitResult(submission);
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(result.messageId().value()).isEqualTo("second");
            assertThat(count(engine, DispatchCounter.RESENT_UNANSWERED)).isEqualTo(1);
            assertThat(written.get()).isEqualTo(2);
        }
    }

    @Test
    void resend_after_a_timeout_on_a_live_link_sends_it_again() throws Exception {
        try (RawPeer peer = silent();
                StoringEngine engine = engine(peer, RESPONSE_TIMEOUT)) {
            Submission submission = engine.submit(StoringEngine.message());
            nextRequest();
            accept(nextRequest(), "second");
            assertThat(engine.awaitResult(submission).messageId().value()).isEqualTo("second");
            assertThat(peer.accepted()).as("connections").isEqualTo(1);
        }
    }

    @Test
    void hold_keeps_it_for_an_operator_and_sends_it_again_only_on_his_word() throws Exception {
        try (RawPeer peer = silent();
                StoringEngine engine = engine(peer, 60_000)) {
            Submission submission = engine.submit(StoringEngine.message().unanswered(UnansweredPolicy.HOLD));
            nextRequest();
            connection().socket().close();
            awaitCount(engine, DispatchCounter.HELD, 1);
            SmppOperations operations = engine.account().operations();
            assertThat(operations.list(Store.HELD, "", 10)).singleElement().satisfies(held -> assertThat(held.id())
                    .isEqualTo(submission.submissionId()));
            engine.awaitBound(1);
            Submission other = engine.submit(StoringEngine.message().text("other"));
            Envelope next = nextRequest();
            assertThat(((SubmitSm) next.body()).shortMessage().toLatin1()).isEqualTo("other");
            accept(next, "other");
            engine.awaitResult(other);
            assertThat(written.get()).isEqualTo(2);
            assertThat(operations.settle(submission.submissionId(), Settle.SEND))
                    .isTrue();
            accept(nextRequest(), "again");
            assertThat(engine.awaitResult(submission).messageId().value()).isEqualTo("again");
        }
    }

    /** Writes it, lets its time pass, and keeps a copy from leaving by a pause. */
    private Envelope unansweredAndNotSentAgain(StoringEngine engine) throws Exception {
        Envelope request = nextRequest();
        engine.account().operations().pause(Direction.OUTBOUND);
        RunningEngine.await(() -> engine.account().dispatchCounters().entrySet().stream()
                .anyMatch(each ->
                        (each.getKey() == DispatchCounter.HELD || each.getKey() == DispatchCounter.RESENT_UNANSWERED)
                                && each.getValue() > 0));
        return request;
    }

    /** Whatever could leave now has left. */
    private void resumeAndSendAnother(StoringEngine engine) throws Exception {
        engine.account().operations().resume(Direction.OUTBOUND);
        Submission another = engine.submit(StoringEngine.message().text("another"));
        Envelope request = nextRequest();
        assertThat(((SubmitSm) request.body()).shortMessage().toLatin1()).isEqualTo("another");
        accept(request, "another");
        engine.awaitResult(another);
    }

    @ParameterizedTest
    @EnumSource
    void a_late_answer_settles_it_and_no_copy_leaves(UnansweredPolicy policy) throws Exception {
        try (RawPeer peer = silent();
                StoringEngine engine = engine(peer, RESPONSE_TIMEOUT)) {
            Submission submission = engine.submit(StoringEngine.message().unanswered(policy));
            Envelope request = unansweredAndNotSentAgain(engine);
            accept(request, "late");
            SubmitResult result = engine.awaitResult(submission);
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(result.messageId().value()).isEqualTo("late");
            RunningEngine.await(() -> count(engine, DispatchCounter.SETTLED_LATE) == 1);
            resumeAndSendAnother(engine);
            assertThat(written.get()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_late_refusal_settles_it_too(UnansweredPolicy policy) throws Exception {
        try (RawPeer peer = silent();
                StoringEngine engine = engine(peer, RESPONSE_TIMEOUT)) {
            Submission submission = engine.submit(StoringEngine.message().unanswered(policy));
            Envelope request = unansweredAndNotSentAgain(engine);
            connection()
                    .write(Envelope.answer(
                            request.body().commandId(), request.sequenceNumber(), CommandStatus.ESME_RINVDSTADR));
            SubmitResult result = engine.awaitResult(submission);
            assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(result.status()).contains(CommandStatus.ESME_RINVDSTADR);
            resumeAndSendAnother(engine);
            assertThat(written.get()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_receipt_that_carries_the_submission_id_settles_it_and_no_copy_leaves(UnansweredPolicy policy)
            throws Exception {
        try (RawPeer peer = silent();
                StoringEngine engine = engine(peer, RESPONSE_TIMEOUT)) {
            Submission submission = engine.submit(StoringEngine.message().unanswered(policy));
            unansweredAndNotSentAgain(engine);
            connection().write(Envelope.request(7, receipt(submission.submissionId(), "4711")));
            SubmitResult result = engine.awaitResult(submission);
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(result.messageId().value()).isEqualTo("4711");
            RunningEngine.await(() -> count(engine, DispatchCounter.SETTLED_BY_RECEIPT) == 1);
            resumeAndSendAnother(engine);
            assertThat(written.get()).isEqualTo(2);
        }
    }

    private Submission heldBefore(RawPeer peer) throws Exception {
        try (StoringEngine engine = engine(peer, 60_000)) {
            Submission submission = engine.submit(StoringEngine.message().unanswered(UnansweredPolicy.HOLD));
            nextRequest();
            connection().socket().close();
            awaitCount(engine, DispatchCounter.HELD, 1);
            return submission;
        }
    }

    @Test
    void a_receipt_that_comes_while_the_outbox_opens_settles_what_is_in_it() throws Exception {
        try (RawPeer peer = silent()) {
            Submission submission = heldBefore(peer);
            CountDownLatch received = new CountDownLatch(1);
            OutboxOpener late = runtime -> {
                try {
                    received.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return StoringEngine.opener(outbox).open(runtime);
            };
            try (StoringEngine engine =
                    new StoringEngine(late, peer.address(), p -> p.setProfile("generic")).awaitBound(1)) {
                connection().write(Envelope.request(7, receipt(submission.submissionId(), "4711")));
                RunningEngine.await(() -> engine.account().linkCounters().values().stream()
                        .anyMatch(host -> host.get(LinkCounter.DELIVERED) == 1));
                received.countDown();
                assertThat(engine.awaitResult(submission).messageId().value()).isEqualTo("4711");
                assertThat(written.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void a_receipt_for_a_message_that_was_held_before_a_restart_settles_it() throws Exception {
        try (RawPeer peer = silent()) {
            Submission submission = heldBefore(peer);
            try (StoringEngine engine = engine(peer, 60_000)) {
                assertThat(engine.outbox()).isNotNull(); // it is open
                connection().write(Envelope.request(7, receipt(submission.submissionId(), "4711")));
                assertThat(engine.awaitResult(submission).messageId().value()).isEqualTo("4711");
                assertThat(written.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void of_two_copies_in_the_window_the_first_answer_settles_and_the_other_changes_nothing() throws Exception {
        try (RawPeer peer = silent();
                StoringEngine engine = engine(peer, 2_000)) {
            Submission submission = engine.submit(StoringEngine.message());
            Envelope first = nextRequest();
            Envelope second = nextRequest();
            accept(first, "first");
            assertThat(engine.awaitResult(submission).messageId().value()).isEqualTo("first");
            accept(second, "second");
            resumeAndSendAnother(engine);
            assertThat(engine.results()).hasSize(2); // StoringEngine fails at a second result of one submission
            assertThat(written.get()).isEqualTo(3);
        }
    }

    @Test
    void late_answers_to_parts_settle_the_message_when_each_part_has_one() throws Exception {
        try (RawPeer peer = silent();
                StoringEngine engine = engine(peer, RESPONSE_TIMEOUT)) {
            Submission submission = engine.submit(StoringEngine.message().text("abc".repeat(80)));
            Envelope first = nextRequest();
            Envelope second = unansweredAndNotSentAgain(engine);
            accept(first, "one");
            accept(second, "two");
            SubmitResult result = engine.awaitResult(submission);
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(result.parts().stream()
                            .map(part -> part.messageId().orElseThrow().value()))
                    .containsExactly("one", "two");
            resumeAndSendAnother(engine);
            assertThat(written.get()).isEqualTo(3);
        }
    }

    @Test
    void a_part_whose_answer_came_late_is_not_sent_again_with_the_others() throws Exception {
        try (RawPeer peer = silent();
                StoringEngine engine = engine(peer, RESPONSE_TIMEOUT)) {
            Submission submission = engine.submit(StoringEngine.message().text("abc".repeat(80)));
            Envelope first = nextRequest();
            Envelope second = unansweredAndNotSentAgain(engine);
            accept(first, "one");
            RunningEngine.await(() -> engine.account().linkCounters().values().stream()
                    .anyMatch(host -> host.get(org.smppra.link.LinkCounter.LATE) == 1));
            engine.account().operations().resume(Direction.OUTBOUND);
            Envelope again = nextRequest();
            assertThat(again.body()).isEqualTo(second.body());
            accept(again, "two");
            SubmitResult result = engine.awaitResult(submission);
            assertThat(result.sent()).isEqualTo(Sent.ALL);
            assertThat(written.get()).isEqualTo(3);
        }
    }

    @Test
    void what_may_have_been_sent_and_is_too_late_to_send_again_is_of_unknown_outcome() throws Exception {
        try (RawPeer peer = silent();
                StoringEngine engine = engine(peer, RESPONSE_TIMEOUT)) {
            Submission submission = engine.submit(StoringEngine.message().validity(java.time.Duration.ofSeconds(3)));
            unansweredAndNotSentAgain(engine);
            SubmitResult result = engine.awaitResult(submission);
            assertThat(result.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(result.sent()).isEqualTo(Sent.MAYBE);
        }
    }
}
