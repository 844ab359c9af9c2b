package org.smppra.it.transactions.application;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.smppra.ReceiptWish;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;

/** Callers in the server that run one kind of transaction all the time. Each reference tells when its call began. */
final class Load {
    private static final int MOST = 1 << 20;

    private final ThreadFactory threads;
    private final ContainerManaged container;
    private final Orders orders;

    Load(ThreadFactory threads, ContainerManaged container, Orders orders) {
        this.threads = threads;
        this.container = container;
        this.orders = orders;
    }

    /** From when to when is measured, as System.nanoTime says. */
    private record Span(long from, long until) {}

    /**
     * @param smpp null: no message
     * @param row whether a row is written too
     */
    JsonObject run(@Nullable SmppConnectionFactory smpp, boolean row, int callers, int settleMillis, int millis)
            throws Exception {
        long from = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settleMillis);
        Span span = new Span(from, from + TimeUnit.MILLISECONDS.toNanos(millis));
        List<FutureTask<long[]>> tasks = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            int caller = i;
            FutureTask<long[]> task = new FutureTask<>(() -> call(smpp, row, caller, span));
            tasks.add(task);
            threads.newThread(task).start();
        }
        LongStream.Builder all = LongStream.builder();
        for (FutureTask<long[]> task : tasks) {
            LongStream.of(task.get()).forEach(all::add);
        }
        long[] latencies = all.build().sorted().toArray();
        return Json.createObjectBuilder()
                .add("from", span.from())
                .add("until", span.until())
                .add("commits", latencies.length)
                .add("p50", latencies[latencies.length / 2])
                .add("p99", latencies[latencies.length * 99 / 100])
                .build();
    }

    private long[] call(@Nullable SmppConnectionFactory smpp, boolean row, int caller, Span span) throws Exception {
        long[] latencies = new long[MOST];
        int count = 0;
        for (long begin = System.nanoTime(); begin - span.until() < 0 && count < MOST; begin = System.nanoTime()) {
            String reference = begin + "-" + caller;
            container.required(context -> {
                if (row) {
                    orders.insert(reference);
                }
                if (smpp != null) {
                    submit(smpp, reference);
                }
            });
            long end = System.nanoTime();
            if (begin - span.from() >= 0 && end - span.until() < 0) {
                latencies[count++] = end - begin;
            }
        }
        return Arrays.copyOf(latencies, count);
    }

    private static void submit(SmppConnectionFactory smpp, String reference) throws Exception {
        try (SmppConnection connection = smpp.getConnection()) {
            connection.submit(ShortMessage.to("4512345678")
                    .from("Shop")
                    .text("Your order is on its way")
                    .reference(reference)
                    .receipt(ReceiptWish.NONE)
                    .build());
        }
    }
}
