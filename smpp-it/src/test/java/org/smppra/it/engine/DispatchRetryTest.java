package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.Submission;
import org.smppra.SubmitResult;
import org.smppra.dispatch.DispatchCounter;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;

/** The retry table, seen from the SMSC: what was refused for now comes again, what was refused for good does not. */
class DispatchRetryTest {
    @TempDir
    private Path outbox;

    private StoringEngine engine(ScriptedPeer... peers) {
        List<String> hosts = new ArrayList<>();
        for (ScriptedPeer peer : peers) {
            hosts.add(peer.address());
        }
        return new StoringEngine(outbox, String.join(",", hosts), p -> p.setProfile("generic"));
    }

    /** Answers each submit_sm with the status that the script says. */
    private static ScriptedPeer answering(Function<SubmitSm, CommandStatus> script) {
        AtomicInteger ids = new AtomicInteger();
        return ScriptedPeer.bound(envelope -> envelope.body() instanceof SubmitSm request
                ? List.of(answer(envelope, script.apply(request), "id-" + ids.incrementAndGet()))
                : List.of());
    }

    private static Envelope answer(Envelope request, CommandStatus status, String id) {
        return status.isOk()
                ? ScriptedPeer.answer(request, RawConnection.accepted(id))
                : Envelope.answer(request.body().commandId(), request.sequenceNumber(), status);
    }

    private static String text(SubmitSm request) {
        return request.shortMessage().toLatin1();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x08, 0x14, 0x58, 0x64})
    void what_is_refused_for_now_comes_again(int status) throws Exception {
        AtomicInteger refusals = new AtomicInteger(2);
        try (ScriptedPeer peer = answering(
                        request -> refusals.getAndDecrement() > 0 ? CommandStatus.of(status) : CommandStatus.ESME_ROK);
                StoringEngine engine = engine(peer)) {
            SubmitResult result = engine.awaitResult(engine.submit(StoringEngine.message()));
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(result.messageId().value()).isEqualTo("id-3");
            assertThat(peer.count(SubmitSm.class)).isEqualTo(3);
            assertThat(engine.account().dispatchCounters()).containsEntry(DispatchCounter.RETRIED, 2L);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x0B, 0x45, 0xFF, 0x42E})
    void what_is_refused_for_good_is_settled_and_never_comes_again(int status) throws Exception {
        try (ScriptedPeer peer = answering(
                        request -> text(request).equals("bad") ? CommandStatus.of(status) : CommandStatus.ESME_ROK);
                StoringEngine engine = engine(peer)) {
            Submission bad = engine.submit(StoringEngine.message().text("bad"));
            SubmitResult refused = engine.awaitResult(bad);
            assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(refused.sent()).isEqualTo(Sent.NOTHING);
            assertThat(refused.status()).contains(CommandStatus.of(status));
            engine.awaitResult(engine.submit(StoringEngine.message()));
            assertThat(peer.count(SubmitSm.class)).isEqualTo(2);
        }
    }

    @Test
    void one_that_must_wait_does_not_hold_up_the_others() throws Exception {
        Set<String> once = ConcurrentHashMap.newKeySet();
        try (ScriptedPeer peer = answering(request -> text(request).startsWith("slow") && once.add(text(request))
                        ? CommandStatus.ESME_RSYSERR
                        : CommandStatus.ESME_ROK);
                StoringEngine engine = engine(peer)) {
            List<ShortMessage> messages = new ArrayList<>();
            messages.add(StoringEngine.message().text("slow").build());
            for (int i = 0; i < 100; i++) {
                messages.add(StoringEngine.message().text("m" + i).build());
            }
            engine.awaitResults(engine.submitAll(messages).toArray(Submission[]::new));
            List<String> order = peer.received().stream()
                    .filter(each -> each.body() instanceof SubmitSm)
                    .map(each -> text((SubmitSm) each.body()))
                    .toList();
            assertThat(order).hasSize(102);
            assertThat(order.lastIndexOf("slow")).isGreaterThan(50);
        }
    }

    @Test
    void a_host_whose_session_is_ending_costs_nothing_the_other_gets_it_at_once() throws Exception {
        int count = 200;
        try (ScriptedPeer ending = answering(request -> CommandStatus.ESME_RINVBNDSTS);
                ScriptedPeer good = answering(request -> CommandStatus.ESME_ROK);
                StoringEngine engine = engine(ending, good).awaitBound(1)) {
            List<ShortMessage> messages = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                messages.add(StoringEngine.message().text("m" + i).build());
            }
            List<SubmitResult> results =
                    engine.awaitResults(engine.submitAll(messages).toArray(Submission[]::new));
            assertThat(results).allMatch(each -> each.outcome() == Outcome.ACCEPTED);
            assertThat(ending.count(SubmitSm.class)).isPositive();
            assertThat(good.count(SubmitSm.class)).isEqualTo(count);
            assertThat(engine.account().dispatchCounters()).containsEntry(DispatchCounter.RETRIED, 0L);
        }
    }

    @Test
    void where_no_other_host_is_there_it_waits_and_comes_again() throws Exception {
        AtomicInteger refusals = new AtomicInteger(3);
        try (ScriptedPeer peer = answering(request ->
                        refusals.getAndDecrement() > 0 ? CommandStatus.ESME_RINVBNDSTS : CommandStatus.ESME_ROK);
                StoringEngine engine = engine(peer)) {
            SubmitResult result = engine.awaitResult(engine.submit(StoringEngine.message()));
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(peer.count(SubmitSm.class)).isEqualTo(4);
        }
    }

    @Test
    void throttling_slows_the_link_until_the_rate_of_the_smsc_is_found() throws Exception {
        int perSecond = 400;
        int count = 3_000;
        long from = System.nanoTime();
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger throttled = new AtomicInteger();
        try (ScriptedPeer peer = answering(request -> {
                    long allowed = 50 + (System.nanoTime() - from) * perSecond / 1_000_000_000;
                    if (accepted.get() < allowed) {
                        accepted.incrementAndGet();
                        return CommandStatus.ESME_ROK;
                    }
                    throttled.incrementAndGet();
                    return CommandStatus.ESME_RTHROTTLED;
                });
                StoringEngine engine = engine(peer)) {
            List<ShortMessage> messages = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                messages.add(StoringEngine.message().text("m" + i).build());
            }
            List<SubmitResult> results =
                    engine.awaitResults(engine.submitAll(messages).toArray(Submission[]::new));
            assertThat(results).allMatch(each -> each.outcome() == Outcome.ACCEPTED);
            assertThat(accepted.get()).isEqualTo(count);
            assertThat(throttled.get()).as("refusals while the rate is found").isBetween(1, count / 4);
        }
    }

    @Test
    void only_the_parts_that_are_missing_go_out_again() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedPeer peer = answering(
                        request -> asked.incrementAndGet() == 2 ? CommandStatus.ESME_RSYSERR : CommandStatus.ESME_ROK);
                StoringEngine engine = engine(peer)) {
            SubmitResult result =
                    engine.awaitResult(engine.submit(StoringEngine.message().text("abc".repeat(130))));
            assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(result.parts()).hasSize(3);
            Map<String, Integer> times = new ConcurrentHashMap<>();
            Set<String> ids = new HashSet<>();
            peer.received().stream()
                    .filter(each -> each.body() instanceof SubmitSm)
                    .forEach(each ->
                            times.merge(((SubmitSm) each.body()).shortMessage().toHex(), 1, Integer::sum));
            result.parts()
                    .forEach(part -> ids.add(part.messageId().orElseThrow().value()));
            assertThat(times.values()).containsExactlyInAnyOrder(1, 2, 1);
            assertThat(ids).containsExactlyInAnyOrder("id-1", "id-3", "id-4");
        }
    }

    @Test
    void a_part_that_is_refused_for_good_settles_the_message_as_partly_sent() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedPeer peer = answering(request ->
                        asked.incrementAndGet() == 2 ? CommandStatus.ESME_RINVDSTADR : CommandStatus.ESME_ROK);
                StoringEngine engine = engine(peer)) {
            SubmitResult result =
                    engine.awaitResult(engine.submit(StoringEngine.message().text("abc".repeat(130))));
            assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(result.sent()).isEqualTo(Sent.PARTLY);
            assertThat(result.status()).contains(CommandStatus.ESME_RINVDSTADR);
            assertThat(result.parts().get(0).messageId()).isPresent();
            assertThat(result.parts().get(1).messageId()).isEmpty();
        }
    }

    @Test
    void what_leaves_again_is_the_same_request() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedPeer peer = answering(
                        request -> asked.incrementAndGet() == 1 ? CommandStatus.ESME_RSYSERR : CommandStatus.ESME_ROK);
                StoringEngine engine = engine(peer)) {
            engine.awaitResult(engine.submit(
                    StoringEngine.message().priority(2).reference("order 7").tlv(0x0205, new byte[] {7})));
            List<SubmitSm> requests = peer.received().stream()
                    .filter(each -> each.body() instanceof SubmitSm)
                    .map(each -> (SubmitSm) each.body())
                    .toList();
            assertThat(requests).hasSize(2);
            assertThat(requests.get(1)).isEqualTo(requests.get(0));
        }
    }
}
