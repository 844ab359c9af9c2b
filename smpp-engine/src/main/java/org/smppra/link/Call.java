package org.smppra.link;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;

/** One request on one link, and its fate. */
public final class Call {
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

    private final SubmitSm request;
    private int sequenceNumber;
    private long startsAt;
    private @Nullable Envelope answer;
    private String reason = "";
    private volatile Fate fate = Fate.PENDING;
    private volatile @Nullable Thread waiter;

    public Call(SubmitSm request) {
        this.request = request;
    }

    /** One that found no link at all. */
    public static Call unsent(SubmitSm request, String reason) {
        Call call = new Call(request);
        call.failed(Fate.UNSENT, reason);
        return call;
    }

    public SubmitSm request() {
        return request;
    }

    public Fate fate() {
        return fate;
    }

    /** Of {@link Fate#ANSWERED} only. */
    public Envelope answer() {
        if (answer == null) {
            throw new IllegalStateException("no answer: " + fate);
        }
        return answer;
    }

    /** In words, of {@link Fate#UNSENT} and {@link Fate#UNANSWERED}. */
    public String reason() {
        return reason;
    }

    /**
     * Waits for the fate, which comes at the latest with the response timeout. Not interruptible: the message is on
     * its way, and its answer is worth the wait; the thread's interrupt is kept for the caller.
     */
    public Fate await() {
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
    void placed(int number, long position) {
        this.sequenceNumber = number;
        this.startsAt = position;
    }

    int sequenceNumber() {
        return sequenceNumber;
    }

    long startsAt() {
        return startsAt;
    }

    void answered(Envelope envelope) {
        answer = envelope;
        done(Fate.ANSWERED);
    }

    void failed(Fate how, String why) {
        reason = why;
        done(how);
    }

    private void done(Fate how) {
        fate = how;
        Thread thread = waiter;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
