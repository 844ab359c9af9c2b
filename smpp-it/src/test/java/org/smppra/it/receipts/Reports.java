package org.smppra.it.receipts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
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
    private final Map<String, ReportLife> made = new ConcurrentSkipListMap<>();
    private final AtomicLong answers = new AtomicLong();

    /** The account whose reports they are. */
    String systemId() {
        return systemId;
    }

    void belongTo(String other) {
        systemId = other;
    }

    /** @return their message ids */
    List<String> send(Simulator simulator, int count, Fate fate) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(send(simulator, fate, Tlvs.empty()));
        }
        return ids;
    }

    /** @return its message id */
    String send(Simulator simulator, Fate fate, Tlvs tlvs) {
        return send(simulator, Address.none(), fate, tlvs);
    }

    /** @param phone on which it reports */
    String send(Simulator simulator, Address phone, Fate fate, Tlvs tlvs) {
        return send(simulator, phone, fate.word(), tlvs);
    }

    /** @param reference with which its text begins, there being no other place for it */
    String send(Simulator simulator, String reference, Fate fate) {
        return send(simulator, Address.none(), reference + "/" + fate.word(), Tlvs.empty());
    }

    private String send(Simulator simulator, Address phone, String words, Tlvs tlvs) {
        String id = String.valueOf(LAST_ID.incrementAndGet());
        made.put(id, new ReportLife());
        String text = ID + id + " sub:001 dlvrd:001 submit date:2611271200 done date:2611271201 stat:DELIVRD err:000"
                + " text:" + words;
        simulator.sendMessage(systemId, phone, Address.none(), REPORT, DataCoding.DEFAULT, Octets.ofLatin1(text), tlvs);
        return id;
    }

    @Override
    public void delivered(BindView bind, DeliverSm message) {
        String text = message.shortMessage().toLatin1();
        if (!text.startsWith(ID)) {
            return;
        }
        made.get(id(text)).written(System.nanoTime());
    }

    @Override
    public void acknowledged(Acknowledgement answer) {
        if (!answer.key().startsWith(ID)) {
            return;
        }
        made.get(id(answer.key())).answered(answer.status().isOk(), System.nanoTime());
        answers.incrementAndGet();
    }

    private static String id(String text) {
        return text.substring(ID.length(), text.indexOf(' '));
    }

    List<String> made() {
        return List.copyOf(made.keySet());
    }

    /** Those that were answered with ESME_ROK, in the order of their ids. */
    Set<String> acknowledged() {
        return those(ReportLife::isAcknowledged);
    }

    /** Those of whose last time there is no answer. */
    Set<String> unanswered() {
        return those(ReportLife::isUnanswered);
    }

    /** Those that were refused last, so long after they were written. */
    Set<String> refusedAfter(Duration time) {
        return those(life -> life.isRefusedAfter(time.toNanos()));
    }

    private Set<String> those(Predicate<ReportLife> which) {
        Set<String> ids = new TreeSet<>();
        made.forEach((id, life) -> {
            if (which.test(life)) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** How often a report was written to a bind. */
    int timesWritten(String id) {
        return made.get(id).timesWritten();
    }

    /** How often it was answered, whichever way. */
    int timesAnswered(String id) {
        return made.get(id).timesAnswered();
    }

    /** Answers of any status. */
    long answers() {
        return answers.get();
    }

    /** Answers of any other status than ESME_ROK, one repeated acknowledgement not counted. */
    long refused() {
        return answers.get() - acknowledged().size();
    }
}
