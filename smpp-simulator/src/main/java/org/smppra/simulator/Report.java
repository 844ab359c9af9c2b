package org.smppra.simulator;

import org.jspecify.annotations.Nullable;
import org.smppra.message.Tlv;
import org.smppra.pdu.DeliverSm;

/** A deliver_sm that an account is owed until it acknowledges it. Guarded by its mailbox. */
final class Report {
    private final long age;
    private final String key;
    private final DeliverSm body;
    private @Nullable ReceivingBind lastBind;

    Report(long age, String key, DeliverSm body) {
        this.age = age;
        this.key = key;
        this.body = body;
    }

    /** Grows with each report: the lowest is the oldest. */
    long age() {
        return age;
    }

    String key() {
        return key;
    }

    DeliverSm body() {
        return body;
    }

    /** The bind of the last attempt: the next one goes to another if there is one. */
    @Nullable
    ReceivingBind lastBind() {
        return lastBind;
    }

    void triedOn(ReceivingBind bind) {
        lastBind = bind;
    }

    /** Octets that its content holds in memory. */
    long weight() {
        long weight = body.shortMessage().length();
        for (Tlv tlv : body.tlvs()) {
            weight += tlv.value().length();
        }
        return weight;
    }
}
