package org.smppra.link;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;

/** One request on one link, and its fate. */
public class Call {
    /** What became of it. */
    public enum Fate {
        PENDING,
        /** See {@link #answer()}. */
        ANSWERED,
        /** No octet of it was handed to the socket: it may go elsewhere. */
        UNSENT,
        /** It was handed to the socket and no answer came. */
        UNANSWERED
    }

    private final Pdu request;
    private long startsAt;
    private @Nullable Object outcome;
    private Fate due = Fate.PENDING;
    private @Nullable Call next;
    private volatile Fate fate = Fate.PENDING;
    private volatile @Nullable Thread waiter;

    public Call(Pdu request) {
        this.request = request;
    }

    /** One that found no link at all. */
    public static Call unsent(Pdu request, String reason) {
        Call call = new Call(request);
        call.fail(Fate.UNSENT, reason);
        call.done();
        return call;
    }

    public final Pdu request() {
        return request;
    }

    public final Fate fate() {
        return fate;
    }

    /** Of {@link Fate#ANSWERED} only. */
    public final Envelope answer() {
        if (outcome instanceof Envelope answer) {
            return answer;
        }
        throw new IllegalStateException("no answer: " + fate);
    }

    /** In words, of {@link Fate#UNSENT} and {@link Fate#UNANSWERED}. */
    public final String reason() {
        return outcome instanceof String reason ? reason : "";
    }

    /**
     * Waits for the fate, which comes at the latest with the response timeout. Not interruptible: the message is on
     * its way, and its answer is worth the wait; the thread's interrupt is kept for the caller.
     */
    public final Fate await() {
        if (fate == Fate.PENDING) {
            waiter = Thread.currentThread();
            boolean interrupted = false;
            while (fate == Fate.PENDING) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return fate;
    }

    /** Where the request begins in the row of all request octets of its link. */
    void placed(long position) {
        this.startsAt = position;
        taken();
    }

    /** A link took it: its fate will be told. Called under the link's lock: next to nothing may be done. */
    protected void taken() {}

    /** The same request once more, after it surely was not taken. */
    public Call again() {
        return new Call(request);
    }

    long startsAt() {
        return startsAt;
    }

    /** Its fate is settled, and {@link #done} will tell it. */
    void answered(Envelope answer) {
        outcome = answer;
        due = Fate.ANSWERED;
    }

    /** Its fate is settled, and {@link #done} will tell it. */
    void fail(Fate how, String why) {
        outcome = why;
        due = how;
    }

    void setNext(Call call) {
        next = call;
    }

    /** The call that was settled after this one, if any; forgotten here. */
    @Nullable
    Call unlink() {
        Call following = next;
        next = null;
        return following;
    }

    /** Tells the fate; no lock may be held. */
    void done() {
        fate = due;
        Thread thread = waiter;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
        settled();
    }

    /** The fate is known. Called on a thread of the engine, without a lock: must not block. */
    protected void settled() {}

    /** The answer came after all, after the fate was UNANSWERED. Called as {@link #settled}. */
    protected void answeredLate(Envelope late) {}
}
