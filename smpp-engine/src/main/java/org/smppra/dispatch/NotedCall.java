package org.smppra.dispatch;

import org.smppra.link.Call;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;

/** A call of the mode DIRECT whose id is noted by the thread that reads its answer: a receipt may follow at once. */
final class NotedCall extends Call {
    private final AwaitedId id;

    NotedCall(Pdu request, AwaitedId id) {
        super(request);
        this.id = id;
    }

    @Override
    public Call again() {
        return new NotedCall(request(), id);
    }

    @Override
    protected void taken() {
        id.begin();
    }

    @Override
    protected void settled() {
        id.end(this);
    }

    @Override
    protected void answeredLate(Envelope late) {
        id.note(late);
    }
}
