package org.smppra.ra.outbound;

import org.jspecify.annotations.Nullable;
import org.smppra.Sent;
import org.smppra.SmppException;
import org.smppra.engine.SubmissionStore;

/** Where that goes which is submitted now: one way a mode. */
interface Storing {
    /**
     * @return null: nowhere, it is sent at once
     * @throws SmppException if nothing may be submitted now
     */
    @Nullable
    SubmissionStore now() throws SmppException;

    /** Whether it is on disk there. */
    boolean durable();

    static SmppException refused(String code, String why) {
        return new SmppException(code, why, Sent.NOTHING, false, null);
    }

    static SmppException rollbackOnly() {
        return refused(
                "SMPP-ROLLBACK-ONLY",
                "the transaction is marked for rollback: nothing submitted in it would ever leave");
    }
}
