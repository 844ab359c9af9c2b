package org.smppra.gateway;

import java.util.function.Consumer;
import org.smppra.link.Call;
import org.smppra.pdu.Pdu;

/** A call that nobody waits for: its fate is told, and if it surely was not taken it goes out again first. */
final class AsyncCall extends Call {
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

    AsyncCall again() {
        return new AsyncCall(request(), resends, whenDone);
    }

    void giveUp(String reason) {
        whenDone.accept(Call.unsent(request(), reason));
    }
}
