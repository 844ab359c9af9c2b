package org.smppra.simulator;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Reports, the oldest first. Nearly all come in the order of their age, and then cost the same however many wait; only
 * those that come back are sorted in.
 */
final class ReportQueue {
    private final ArrayDeque<Report> inOrder = new ArrayDeque<>();
    private final PriorityQueue<Report> others = new PriorityQueue<>(Comparator.comparingLong(Report::age));

    void add(Report report) {
        Report last = inOrder.peekLast();
        if (last == null || last.age() <= report.age()) {
            inOrder.add(report);
        } else {
            others.add(report);
        }
    }

    @Nullable
    Report peek() {
        return oldest().peek();
    }

    /** @return null if it is empty */
    @Nullable
    Report poll() {
        return oldest().poll();
    }

    private Queue<Report> oldest() {
        Report other = others.peek();
        Report next = inOrder.peek();
        return other != null && (next == null || other.age() < next.age()) ? others : inOrder;
    }

    int size() {
        return inOrder.size() + others.size();
    }

    boolean isEmpty() {
        return size() == 0;
    }
}
