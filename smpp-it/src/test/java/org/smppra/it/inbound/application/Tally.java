package org.smppra.it.inbound.application;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** Calls of beans: how many, and how long the middle eight tenths took, when all beans were busy. */
final class Tally {
    private static final AtomicReference<Tally> CURRENT = new AtomicReference<>(new Tally(0));

    private final long all;
    private final AtomicLong calls = new AtomicLong();
    private volatile @Nullable Mark from;
    private volatile @Nullable Mark until;

    private Tally(long all) {
        this.all = all;
    }

    private record Mark(long nanos, long cpuNanos) {
        static Mark now() {
            try {
                return new Mark(System.nanoTime(), (Long) ManagementFactory.getPlatformMBeanServer()
                        .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "ProcessCpuTime"));
            } catch (JMException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static void begin(long all) {
        CURRENT.set(new Tally(all));
    }

    static void count() {
        CURRENT.get().one();
    }

    static JsonObject state() {
        return CURRENT.get().toJson();
    }

    private void one() {
        long now = calls.incrementAndGet();
        if (now == all / 10) {
            from = Mark.now();
        } else if (now == all * 9 / 10) {
            until = Mark.now();
        }
    }

    private JsonObject toJson() {
        Mark began = from;
        Mark ended = until;
        boolean done = began != null && ended != null;
        return Json.createObjectBuilder()
                .add("calls", calls.get())
                .add("nanos", done ? ended.nanos - began.nanos : 0)
                .add("cpuNanos", done ? ended.cpuNanos - began.cpuNanos : 0)
                .build();
    }
}
