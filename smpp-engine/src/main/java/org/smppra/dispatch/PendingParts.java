package org.smppra.dispatch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.smppra.SubmitResult;
import org.smppra.link.Call;

/** The parts of one message that nobody waits for: the last one to settle completes the result. */
final class PendingParts {
    private final AtomicReferenceArray<Call> calls;
    private final AtomicInteger left;
    private final Function<List<Call>, SubmitResult> outcome;
    private final CompletableFuture<SubmitResult> result = new CompletableFuture<>();

    PendingParts(int parts, Function<List<Call>, SubmitResult> outcome) {
        this.calls = new AtomicReferenceArray<>(parts);
        this.left = new AtomicInteger(parts);
        this.outcome = outcome;
    }

    CompletableFuture<SubmitResult> result() {
        return result;
    }

    void settled(int index, Call call) {
        calls.set(index, call);
        if (left.decrementAndGet() == 0) {
            result.complete(outcome.apply(
                    IntStream.range(0, calls.length()).mapToObj(calls::get).toList()));
        }
    }
}
