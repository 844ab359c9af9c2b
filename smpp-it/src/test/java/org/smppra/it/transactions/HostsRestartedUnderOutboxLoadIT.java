package org.smppra.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.it.transactions.Steps.required;
import static org.smppra.it.transactions.Steps.submit;
import static org.smppra.it.transactions.Steps.submitAll;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.UnansweredPolicy;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;

/** Ten threads of beans commit all the time; what the hosts do meanwhile is nothing to them. */
class HostsRestartedUnderOutboxLoadIT {
    @RegisterExtension
    static final TransactionServer SERVER = new TransactionServer();

    private static final int SCALE = Integer.getInteger("smpp.test.scale", 1);
    private static final Duration RUN = Duration.ofSeconds(SCALE == 1 ? 6 : 15L * SCALE);
    private static final int CALLERS = 10;
    private static final int WINDOW = 10;
    private static final int MESSAGES = 100;

    @Test
    void a_graceful_restart_is_seen_by_no_caller_and_each_message_is_there_once() throws Exception {
        Callers callers = commitWhileEachHostGoesAndComesBack(SimulatedHost::stop, new int[1]);

        assertThat(callers.failed()).isEmpty();
        List<String> sent = sentOfAll(callers);
        assertThat(repeated(sent)).isEmpty();
    }

    @Test
    void a_crash_of_a_host_is_seen_by_no_caller_and_only_what_was_unanswered_is_there_twice() throws Exception {
        int[] crashes = new int[1];
        Callers callers = commitWhileEachHostGoesAndComesBack(SimulatedHost::kill, crashes);

        assertThat(callers.failed()).isEmpty();
        List<String> sent = sentOfAll(callers);
        assertThat(repeated(sent)).hasSizeLessThanOrEqualTo(crashes[0] * WINDOW);
    }

    /** All that is at the provider: nothing is missing of what was committed, and nothing else is there. */
    private static List<String> sentOfAll(Callers callers) throws Exception {
        Set<String> committed = new TreeSet<>(callers.committed());
        List<String> shipped = SERVER.database().shipped();
        assertThat(new TreeSet<>(shipped).equals(committed))
                .as("%s rows, %s commits", shipped.size(), committed.size())
                .isTrue();
        List<String> sent = SERVER.sentAfterAll(shipped.size());
        System.out.printf("%,d messages, %,d of them came twice%n", sent.size(), sent.size() - committed.size());
        Set<String> missing = new TreeSet<>(committed);
        sent.forEach(missing::remove);
        assertThat(missing).isEmpty();
        assertThat(sent.stream().filter(each -> !committed.contains(each))).isEmpty();
        return sent;
    }

    private static List<String> repeated(List<String> sent) {
        Set<String> seen = new HashSet<>();
        return sent.stream().filter(each -> !seen.add(each)).toList();
    }

    private static Callers commitWhileEachHostGoesAndComesBack(Consumer<SimulatedHost> stop, int[] stops)
            throws Exception {
        SERVER.awaitBound();
        long end = System.nanoTime() + RUN.toNanos();
        Callers callers = new Callers(SERVER.application(), CALLERS, UnansweredPolicy.RESEND);
        try (callers) {
            callers.awaitMore(MESSAGES);
            do {
                for (SimulatedHost host : SERVER.simulator().hosts()) {
                    stop.accept(host);
                    stops[0]++;
                    callers.awaitMore(MESSAGES);
                    host.start();
                    SERVER.awaitBound();
                    callers.awaitMore(MESSAGES);
                }
            } while (System.nanoTime() - end < 0);
        }
        return callers;
    }

    /** At a thousand a second, less than a second is less than a thousand bulk messages. */
    @Test
    void a_one_time_code_overtakes_the_bulk_that_waits() throws Exception {
        int bulk = Math.min(100_000, 5_000 * SCALE);
        Simulator simulator = SERVER.simulator();
        SERVER.stopHosts();
        for (int i = 0; i < bulk / 1000; i++) {
            Done done = SERVER.application().run(required(submitAll("paced", Message.of("bulk" + i + "-"), 1000)));
            assertThat(done.isFine()).as(done.toString()).isTrue();
        }
        assertThat(SERVER.application().waiting("paced")).isEqualTo(bulk);
        SERVER.startHosts();
        SERVER.awaitSent(100);

        Done done = SERVER.application()
                .run(required(
                        submit("paced", Message.text("code").add("priority", 3).build())));
        assertThat(done.isFine()).as(done.toString()).isTrue();
        long whenCommitted = simulator.messageCount();

        SERVER.awaitSent(bulk + 1, Duration.ofMillis(2L * bulk));
        List<String> order = SERVER.sentInOrder();
        assertThat(order).hasSize(bulk + 1);
        assertThat(order.indexOf("code") - whenCommitted).isLessThan(1000);
    }
}
