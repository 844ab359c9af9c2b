package org.smppra.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.DeliverSm;

/**
 * The reports of all accounts: kept until they are acknowledged, spread evenly over the receiving binds of an account
 * on both hosts, each through one bind at a time. The oldest goes first; beyond the limit the oldest is dropped.
 */
final class Reports {
    /** As many as the provider keeps of one account. */
    static final int LIMIT = 25_000;

    private static final int WINDOW = 100;
    private static final long AGAIN_AFTER_REFUSAL_MILLIS = 1_000;

    private final ScheduledExecutorService timer;
    private final Changes changes;
    private final Map<String, TreeMap<Long, Report>> waiting = new HashMap<>();
    private final Map<Peer, Map<Integer, Report>> inFlight = new HashMap<>();
    private final Map<String, Integer> refused = new HashMap<>();
    private long next;
    private long dropped;
    private int turn;

    Reports(ScheduledExecutorService timer, Changes changes) {
        this.timer = timer;
        this.changes = changes;
    }

    /** Where reports can go. */
    interface Peer {
        String systemId();

        /** @return the sequence number, or 0 if it takes none any more */
        int deliver(DeliverSm message);
    }

    synchronized void add(String systemId, DeliverSm message) {
        TreeMap<Long, Report> queue = waiting.computeIfAbsent(systemId, id -> new TreeMap<>());
        Report report = new Report(next++, systemId, message);
        queue.put(report.number(), report);
        if (queue.size() > LIMIT) {
            queue.pollFirstEntry();
            dropped++;
        }
        pump(systemId);
        changes.happened();
    }

    synchronized void join(Peer peer) {
        inFlight.put(peer, new HashMap<>());
        pump(peer.systemId());
    }

    /** What it had without an answer goes out again, through another bind. */
    synchronized void leave(Peer peer) {
        Map<Integer, Report> lost = inFlight.remove(peer);
        if (lost != null) {
            lost.values().forEach(report -> queue(peer.systemId()).put(report.number(), report));
            pump(peer.systemId());
        }
        changes.happened();
    }

    /** @return the report that was answered; null if there is none of that number */
    synchronized @Nullable Report answered(Peer peer, int sequenceNumber, CommandStatus status) {
        Map<Integer, Report> flying = inFlight.get(peer);
        Report report = flying == null ? null : flying.remove(sequenceNumber);
        if (report != null && !status.isOk()) {
            refused.merge(peer.systemId(), 1, Integer::sum);
            timer.schedule(() -> again(report), AGAIN_AFTER_REFUSAL_MILLIS, TimeUnit.MILLISECONDS);
        }
        pump(peer.systemId());
        return report;
    }

    private synchronized void again(Report report) {
        refused.merge(report.systemId(), -1, Integer::sum);
        queue(report.systemId()).put(report.number(), report);
        pump(report.systemId());
    }

    private TreeMap<Long, Report> queue(String systemId) {
        return waiting.computeIfAbsent(systemId, id -> new TreeMap<>());
    }

    private void pump(String systemId) {
        TreeMap<Long, Report> queue = queue(systemId);
        List<Peer> peers = new ArrayList<>();
        inFlight.keySet().stream()
                .filter(peer -> peer.systemId().equals(systemId))
                .forEach(peers::add);
        while (!queue.isEmpty() && !peers.isEmpty()) {
            int from = turn++;
            int size = peers.size();
            Peer best = java.util.stream.IntStream.range(0, size)
                    .mapToObj(i -> peers.get(Math.floorMod(from + i, size)))
                    .min(Comparator.comparingInt(peer -> inFlight(peer).size()))
                    .orElseThrow();
            if (inFlight(best).size() >= WINDOW) {
                return;
            }
            Report report = queue.firstEntry().getValue();
            int sequenceNumber = best.deliver(report.message());
            if (sequenceNumber == 0) {
                peers.remove(best);
            } else {
                queue.remove(report.number());
                inFlight(best).put(sequenceNumber, report);
            }
        }
    }

    private Map<Integer, Report> inFlight(Peer peer) {
        return inFlight.getOrDefault(peer, Map.of());
    }

    synchronized int inFlightOf(Peer peer) {
        return inFlight(peer).size();
    }

    /** Not acknowledged yet, wherever they are. */
    synchronized int unacknowledged(String systemId) {
        int flying = inFlight.entrySet().stream()
                .filter(entry -> entry.getKey().systemId().equals(systemId))
                .mapToInt(entry -> entry.getValue().size())
                .sum();
        return queue(systemId).size() + flying + refused.getOrDefault(systemId, 0);
    }

    synchronized long dropped() {
        return dropped;
    }
}
