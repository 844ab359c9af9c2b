package org.smppra.benchmark.scenario;

import static org.smppra.benchmark.scenario.Contestant.ACCOUNT;
import static org.smppra.benchmark.scenario.Contestant.CLOUDHOPPER;
import static org.smppra.benchmark.scenario.Contestant.CLOUDHOPPER_AS_SHIPPED;
import static org.smppra.benchmark.scenario.Contestant.GATEWAY;
import static org.smppra.benchmark.scenario.Contestant.GATEWAY_BATCH;
import static org.smppra.benchmark.scenario.Contestant.JSMPP;
import static org.smppra.benchmark.scenario.Contestant.JSMPP_AS_SHIPPED;
import static org.smppra.benchmark.scenario.Contestant.LIMIT;

import java.util.ArrayList;
import java.util.List;

/** All that is measured, in the order of the report. */
public final class Scenarios {
    private static final List<Contestant> ALL = List.of(Contestant.values());
    private static final List<Contestant> EACH = List.of(JSMPP, CLOUDHOPPER, ACCOUNT, GATEWAY, LIMIT);
    private static final List<Contestant> EACH_AND_BATCH =
            List.of(JSMPP, CLOUDHOPPER, ACCOUNT, GATEWAY, GATEWAY_BATCH, LIMIT);
    private static final List<Contestant> WITHOUT_ACCOUNT =
            List.of(JSMPP, JSMPP_AS_SHIPPED, CLOUDHOPPER, CLOUDHOPPER_AS_SHIPPED, GATEWAY, GATEWAY_BATCH, LIMIT);
    private static final List<Contestant> WITHOUT_BATCH =
            List.of(JSMPP, JSMPP_AS_SHIPPED, CLOUDHOPPER, CLOUDHOPPER_AS_SHIPPED, GATEWAY, LIMIT);

    private static final List<Contestant> AT_SIMULATOR = List.of(JSMPP, CLOUDHOPPER, GATEWAY, GATEWAY_BATCH, LIMIT);

    private Scenarios() {}

    public static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        for (int callers : new int[] {1, 16, 64}) {
            all.add(callers(callers).by(without(ALL, GATEWAY_BATCH)));
        }
        for (int window : new int[] {1, 10, 50, 100, 500}) {
            all.add(window(window).by(window == 50 || window == 100 ? ALL : EACH_AND_BATCH));
        }
        all.add(receiptsIn().by(WITHOUT_BATCH));
        all.add(callers(1).withReceipts().by(WITHOUT_BATCH));
        all.add(callers(16).withReceipts().by(WITHOUT_BATCH));
        all.add(window(50).withReceipts().by(WITHOUT_ACCOUNT));
        for (int callers : new int[] {1, 16, 64}) {
            all.add(callers(callers).overTls().by(EACH));
        }
        for (int window : new int[] {10, 50, 100, 500}) {
            all.add(window(window).overTls().by(EACH_AND_BATCH));
        }
        all.add(receiptsIn().overTls().by(without(EACH, ACCOUNT)));
        all.add(window(50).withReceipts().overTls().by(without(EACH_AND_BATCH, ACCOUNT)));
        all.add(callers(16).onTwoHosts().by(EACH));
        all.add(window(100).onTwoHosts().by(EACH_AND_BATCH));
        all.add(new Scenario(
                "paced", "A steady 1,000 a second", Load.PACED, 1000, false, 1, false, Peer.RESPONDER, EACH));
        for (int callers : new int[] {16, 64}) {
            all.add(new Scenario(
                    "virtual-" + callers,
                    callers + " virtual callers, JDK 25",
                    Load.VIRTUAL_CALLERS,
                    callers,
                    false,
                    1,
                    false,
                    Peer.RESPONDER,
                    EACH));
        }
        for (int window : new int[] {1, 10, 50, 100, 500}) {
            all.add(window(window).atSimulator().by(AT_SIMULATOR));
        }
        all.add(window(50).withReceipts().atSimulator().by(AT_SIMULATOR));
        return all;
    }

    private static Scenario callers(int callers) {
        String title = callers == 1 ? "1 synchronous caller" : callers + " synchronous callers";
        return new Scenario("callers-" + callers, title, Load.CALLERS, callers, false, 1, false, Peer.RESPONDER, EACH);
    }

    private static Scenario window(int window) {
        return new Scenario(
                "window-" + window, "Window " + window, Load.WINDOW, window, false, 1, false, Peer.RESPONDER, EACH);
    }

    private static Scenario receiptsIn() {
        return new Scenario(
                "receipts-in", "Receipts coming in", Load.RECEIPTS_IN, 100, false, 1, false, Peer.RESPONDER, EACH);
    }

    private static List<Contestant> without(List<Contestant> contestants, Contestant one) {
        return contestants.stream().filter(each -> each != one).toList();
    }

    /**
     * The scenario of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Scenario named(String name) {
        return all().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario " + name));
    }
}
