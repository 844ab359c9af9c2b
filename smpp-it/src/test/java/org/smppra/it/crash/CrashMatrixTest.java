package org.smppra.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.it.crash.CrashTruth.Promise;
import org.smppra.it.engine.RunningEngine;
import org.smppra.message.Tlv;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.SimulatorListener;
import org.smppra.simulator.StoredMessage;

/**
 * A JVM with an engine, an outbox and a transaction manager is killed at each step of prepare, commit, send, answer,
 * settle and of the journal's cleaning, again and again over the same directory; then everything left is sent. Counted at
 * the simulator, against what the JVM had promised through a pipe before it died.
 */
class CrashMatrixTest {
    private static final int ROUNDS = Integer.getInteger("smpp.test.scale", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Killed from outside: after so long, or when the simulator has so many messages of this life. */
    private static final List<String> KILLS = List.of("kill -9 after a time", "kill -9 at a submit_sm");

    /** It halts itself, without a shutdown, when it comes to this point. */
    private static final List<String> POINTS = List.of(
            "before prepare",
            "after prepare",
            "before commit",
            "after commit",
            "before commit one phase",
            "after commit one phase",
            "before rollback",
            "after rollback",
            "after submit",
            "after take",
            "before writing",
            "after writing",
            "before settle",
            "after settle",
            "after takeResults",
            "before resultDelivered",
            "after resultDelivered",
            "recovering",
            "disk write",
            "disk half written",
            "disk written",
            "disk force",
            "disk forced",
            "disk force names",
            "disk create",
            "disk created",
            "disk rename",
            "disk delete",
            "disk deleted");

    @TempDir
    private Path directory;

    private final CrashTruth truth = new CrashTruth();
    private final Map<String, Integer> ends = new HashMap<>();
    private final AtomicInteger received = new AtomicInteger();
    private final Random random = new Random(7);
    private Simulator simulator;
    private volatile Runnable whenReceived = () -> {};

    @BeforeEach
    void start() {
        simulator = Simulator.builder()
                .freePorts()
                .storeLimit(10_000_000)
                .listener(new SimulatorListener() {
                    @Override
                    public void submitted(StoredMessage message) {
                        received.incrementAndGet();
                        whenReceived.run();
                    }
                })
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void nothing_committed_is_lost_nothing_rolled_back_is_sent_and_only_what_may_be_is_sent_twice() throws Exception {
        List<Integer> lives = new ArrayList<>();
        int life = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (String point : POINTS) {
                lives.add(received.get());
                live(life++, point, 1 + random.nextInt(round % 2 == 0 ? 3 : 30));
            }
            for (String kill : KILLS) {
                lives.add(received.get());
                live(life++, kill, 0);
            }
        }
        lives.add(received.get());
        sendRest(life);
        check(lives);
    }

    private CrashLife start(int life, String point, int count) throws Exception {
        String hosts = RunningEngine.addresses(simulator.host("a"), simulator.host("b"));
        return new CrashLife(
                truth,
                directory.resolve("errors"),
                List.of(
                        directory.resolve("outbox").toString(),
                        hosts,
                        Integer.toString(life),
                        point,
                        Integer.toString(count)));
    }

    private void live(int number, String point, int count) throws Exception {
        int before = received.get();
        CrashLife life = start(number, point, count);
        if (point.equals("kill -9 at a submit_sm")) {
            int at = before + 1 + random.nextInt(200);
            whenReceived = () -> {
                if (received.get() >= at) {
                    life.kill();
                }
            };
        } else if (point.equals("kill -9 after a time")) {
            await(() -> life.isReady() || !life.isAlive());
            LockSupport.parkNanos(random.nextInt(500_000_000));
            life.kill();
        } else {
            // A point that does not come by itself: not every life has something to recover, or to clean.
            await(() -> !life.isAlive() || received.get() - before > 600);
            life.kill();
        }
        int end = life.awaitEnd(PATIENCE);
        whenReceived = () -> {};
        assertThat(end).as("%s: %s", point, life.errors()).isIn(77, 137);
        ends.merge(end == 77 ? point : "kill -9", 1, Integer::sum);
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(2_000_000);
        }
    }

    private void sendRest(int number) throws Exception {
        CrashLife life = start(number, "rest", 0);
        int end = life.awaitEnd(PATIENCE);
        assertThat(life.isSent()).as(life.errors()).isTrue();
        assertThat(end).as(life.errors()).isZero();
    }

    private void check(List<Integer> lives) {
        Map<String, List<Integer>> copies = new HashMap<>();
        List<StoredMessage> messages = simulator.messages();
        assertThat(simulator.messageCount()).as("all are in the store").isEqualTo(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            copies.computeIfAbsent(reference(messages.get(i)), each -> new ArrayList<>())
                    .add(lifeOf(i, lives));
        }
        int committed = 0;
        int never = 0;
        int duplicates = 0;
        int heldUnsent = 0;
        for (var entry : truth.messages().entrySet()) {
            String reference = entry.getKey();
            List<Integer> of = copies.getOrDefault(reference, List.of());
            boolean hold = reference.startsWith("h");
            if (entry.getValue() == Promise.COMMITTED) {
                committed++;
                heldUnsent += of.isEmpty() ? 1 : 0;
                assertThat(!of.isEmpty() || hold && truth.held().contains(reference))
                        .as("%s was committed and is lost", reference)
                        .isTrue();
                assertThat(truth.results().containsKey(reference)
                                || truth.held().contains(reference))
                        .as("%s was committed and has no result", reference)
                        .isTrue();
            } else if (entry.getValue() == Promise.NEVER) {
                never++;
                assertThat(of).as("%s was rolled back", reference).isEmpty();
            }
            assertThat(of.size())
                    .as("copies of %s in lives %s", reference, of)
                    .isLessThanOrEqualTo(hold ? 1 : lives.size());
            assertThat(of).as("copies of %s within a life", reference).doesNotHaveDuplicates();
            duplicates += Math.max(0, of.size() - 1);
        }
        assertThat(truth.messages().keySet()).as("only what was submitted came").containsAll(copies.keySet());
        assertThat(truth.held()).allMatch(reference -> reference.startsWith("h"));
        System.out.printf(
                "%d kills: %d committed, %d rolled back, %d messages at the simulator, %d duplicates that RESEND allows,"
                        + " %d held, of which %d were not sent%n%s%n",
                lives.size() - 1,
                committed,
                never,
                messages.size(),
                duplicates,
                truth.held().size(),
                heldUnsent,
                ends);
        assertThat(committed).isGreaterThan(lives.size());
        assertThat(never).isGreaterThan(lives.size());
    }

    private static int lifeOf(int message, List<Integer> lives) {
        int life = 0;
        while (life + 1 < lives.size() && lives.get(life + 1) <= message) {
            life++;
        }
        return life;
    }

    private static String reference(StoredMessage message) {
        return message.submitSm()
                .tlvs()
                .first(Tlv.USER_MESSAGE_REFERENCE)
                .orElseThrow()
                .toLatin1();
    }
}
