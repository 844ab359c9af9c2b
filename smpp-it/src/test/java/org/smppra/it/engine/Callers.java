package org.smppra.it.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.smppra.ShortMessage;
import org.smppra.SmppException;

/** Threads that submit one message each, and what came of it. */
final class Callers {
    private final int count;
    private final List<Object> fates = new CopyOnWriteArrayList<>();

    private Callers(int count) {
        this.count = count;
    }

    static Callers start(RunningEngine engine, int count) {
        return start(engine, count, number -> RunningEngine.message("m" + number));
    }

    static Callers start(RunningEngine engine, int count, IntFunction<ShortMessage> messages) {
        Callers callers = new Callers(count);
        for (int i = 0; i < count; i++) {
            ShortMessage message = messages.apply(i);
            Thread thread = new Thread(() -> callers.fates.add(submit(engine, message)), "caller");
            thread.setDaemon(true);
            thread.start();
        }
        return callers;
    }

    /** A SubmitResult, or what was thrown. */
    static Object submit(RunningEngine engine, ShortMessage message) {
        try {
            return engine.account().submit(message);
        } catch (SmppException | RuntimeException | Error e) {
            return e;
        }
    }

    /** So many messages one after another, each with its fate. */
    static List<Object> inTurn(RunningEngine engine, int count) {
        AtomicInteger number = new AtomicInteger();
        return IntStream.range(0, count)
                .mapToObj(i -> submit(engine, RunningEngine.message("t" + number.incrementAndGet())))
                .toList();
    }

    /** How many know their fate. */
    int released() {
        return fates.size();
    }

    /** Waits until every caller knows its fate. */
    List<Object> fates() {
        RunningEngine.await(() -> fates.size() == count);
        return fates;
    }

    static long count(List<Object> fates, Class<?> type) {
        return fates.stream().filter(type::isInstance).count();
    }
}
