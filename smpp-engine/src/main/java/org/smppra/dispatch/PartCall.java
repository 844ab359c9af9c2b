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
    private @Nullable HostAddress host;
    private @Nullable PartCall before;

    PartCall(Part part, SubmitSm request, Told told) {
        super(request);
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
    protected void settled() {
        told.done(this);
    }

    @Override
    protected void answeredLate(Envelope late) {
        told.late(this, late);
    }
}
