package org.smppra.dispatch;

import org.jspecify.annotations.Nullable;
import org.smppra.link.Call;
import org.smppra.link.HostAddress;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;

/** One part on a link; its fate goes to the dispatcher's thread. */
final class PartCall extends Call {
    /** Who is told on a thread that must not wait. */
    interface Told {
        void done(PartCall call);

        void late(PartCall call, Envelope answer);
    }

    private final Part part;
    private final Told told;
    private final @Nullable AwaitedId id;
    private @Nullable HostAddress host;
    private @Nullable PartCall before;

    /** @param id to be noted; null: there is nothing to note */
    PartCall(Part part, SubmitSm request, Told told, @Nullable AwaitedId id) {
        super(request);
        this.id = id;
        this.part = part;
        this.told = told;
    }

    Part part() {
        return part;
    }

    /** The host that got it. */
    @Nullable
    HostAddress host() {
        return host;
    }

    void takenBy(HostAddress by) {
        host = by;
    }

    /** In a {@link DoneCalls}. */
    @Nullable
    PartCall before() {
        return before;
    }

    void setBefore(@Nullable PartCall call) {
        before = call;
    }

    @Override
    protected void taken() {
        if (id != null) {
            id.begin();
        }
    }

    @Override
    protected void settled() {
        if (id != null) {
            id.end(this);
        }
        told.done(this);
    }

    @Override
    protected void answeredLate(Envelope late) {
        if (id != null) {
            id.note(late);
        }
        told.late(this, late);
    }
}
