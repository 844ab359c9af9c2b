package org.smppra.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Tlv;
import org.smppra.pdu.DeliverSm;
import org.smppra.simulator.behaviour.ReportWay;

/** A deliver_sm that an account is owed until it acknowledges it. Guarded by its mailbox. */
final class Report {
    private static final Runnable NOTHING = () -> {};

    private final long age;
    private final String key;
    private final DeliverSm body;
    private final long madeAtMillis;
    private final ReportWay way;
    private final Runnable written;
    private @Nullable ReceivingBind lastBind;

    Report(long age, String key, DeliverSm body, long madeAtMillis) {
        this(age, key, body, madeAtMillis, ReportWay.USUAL, NOTHING);
    }

    Report(long age, ReportOrder order, DeliverSm body, Instant madeAt) {
        this(age, order.messageId(), body, madeAt.toEpochMilli(), order.way(), order.written());
    }

    private Report(long age, String key, DeliverSm body, long madeAtMillis, ReportWay way, Runnable written) {
        this.age = age;
        this.key = key;
        this.body = body;
        this.madeAtMillis = madeAtMillis;
        this.way = way;
        this.written = written;
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

    /** By the simulator's clock. */
    long madeAtMillis() {
        return madeAtMillis;
    }

    boolean isUsual() {
        return way.equals(ReportWay.USUAL);
    }

    ReportWay way() {
        return way;
    }

    /** To be called whenever it is written. */
    Runnable written() {
        return written;
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
