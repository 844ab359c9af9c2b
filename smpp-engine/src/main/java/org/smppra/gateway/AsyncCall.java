package org.smppra.gateway;

import java.util.function.Consumer;
import org.smppra.link.Call;
import org.smppra.pdu.Pdu;

/** A call that nobody waits for: its fate is told, and if it surely was not taken it goes out again first. */
class AsyncCall extends Call {
    private final Resends resends;
    private final Consumer<Call> whenDone;

    AsyncCall(Pdu request, Resends resends, Consumer<Call> whenDone) {
        super(request);
        this.resends = resends;
        this.whenDone = whenDone;
    }

    @Override
    protected void settled() {
        if (Resends.wasNotTaken(this)) {
            resends.add(this);
        } else {
            whenDone.accept(this);
        }
    }

    /** Until when it may go out again, if it goes out again now. */
    long deadline(long from, long timeout) {
        return from + timeout;
    }

    /** The same request, once more. */
    AsyncCall again(long deadline) {
        return new Again(request(), resends, whenDone, deadline);
    }

    /** The time is over; what the last attempt came to is its fate. */
    void giveUp(String reason) {
        whenDone.accept(fate() == Fate.ANSWERED ? this : Call.unsent(request(), reason));
    }

    /** One that went out again: the time of the first counts. */
    private static final class Again extends AsyncCall {
        private final long deadline;

        Again(Pdu request, Resends resends, Consumer<Call> whenDone, long deadline) {
            super(request, resends, whenDone);
            this.deadline = deadline;
        }

        @Override
        long deadline(long from, long timeout) {
            return deadline;
        }
    }
}
