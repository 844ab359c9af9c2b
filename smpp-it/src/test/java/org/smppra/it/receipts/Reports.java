package org.smppra.it.receipts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.smppra.it.receipts.application.Fate;
import org.smppra.message.Address;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.simulator.Acknowledgement;
import org.smppra.simulator.BindView;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.SimulatorListener;

/** The reports of one test, by message id: made, written, acknowledged, refused. Counted at the provider's side. */
final class Reports implements SimulatorListener {
    /** No id comes twice in one server's life. */
    private static final AtomicLong LAST_ID = new AtomicLong(1_000_000_000);

    private static final String ID = "id:";
    /** esm_class of a report. */
    private static final int REPORT = 0x04;

    private volatile String systemId = "shop";
    private final Set<String> made = new ConcurrentSkipListSet<>();
    private final Map<String, AtomicInteger> written = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();

    /** The account whose reports they are. */
    String systemId() {
        return systemId;
    }

    void belongTo(String other) {
        systemId = other;
    }

    void send(Simulator simulator, int count, Fate fate) {
        for (int i = 0; i < count; i++) {
            send(simulator, fate, Tlvs.empty());
        }
    }

    /** @return its message id */
    String send(Simulator simulator, Fate fate, Tlvs tlvs) {
        return send(simulator, Address.none(), fate, tlvs);
    }

    /** @param phone on which it reports */
    String send(Simulator simulator, Address phone, Fate fate, Tlvs tlvs) {
        String id = String.valueOf(LAST_ID.incrementAndGet());
        made.add(id);
        String text = ID + id + " sub:001 dlvrd:001 submit date:2611271200 done date:2611271201 stat:DELIVRD err:000"
                + " text:" + fate.word();
        simulator.sendMessage(systemId, phone, Address.none(), REPORT, DataCoding.DEFAULT, Octets.ofLatin1(text), tlvs);
        return id;
    }

    @Override
    public void delivered(BindView bind, DeliverSm message) {
        String text = message.shortMessage().toLatin1();
        if (!text.startsWith(ID)) {
            return;
        }
        written.computeIfAbsent(id(text), any -> new AtomicInteger()).incrementAndGet();
        writes.incrementAndGet();
    }

    @Override
    public void acknowledged(Acknowledgement answer) {
        if (!answer.key().startsWith(ID)) {
            return;
        }
        if (answer.status().isOk()) {
            acknowledged.add(id(answer.key()));
        }
        answers.incrementAndGet();
    }

    private static String id(String text) {
        return text.substring(ID.length(), text.indexOf(' '));
    }

    List<String> made() {
        return List.copyOf(made);
    }

    /** Those that were answered with ESME_ROK, in the order of their ids. */
    Set<String> acknowledged() {
        return new TreeSet<>(acknowledged);
    }

    /** How often a report was written to a bind. */
    int timesWritten(String id) {
        AtomicInteger times = written.get(id);
        return times == null ? 0 : times.get();
    }

    /** Answers of any status. */
    long answers() {
        return answers.get();
    }

    /** Answers of any other status than ESME_ROK, one repeated acknowledgement not counted. */
    long refused() {
        return answers.get() - acknowledged.size();
    }

    /** Written and not answered; counts what a lost connection took as unanswered too. */
    long unanswered() {
        return writes.get() - answers.get();
    }
}
