package org.smppra.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.UnansweredPolicy.HOLD;
import static org.smppra.UnansweredPolicy.RESEND;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.simulator.SimulatorListener;
import org.smppra.simulator.StoredMessage;

/** The server is killed while ten threads commit. */
class ServerKillIT {
    /** Slow enough that some is always written and unanswered. */
    private static final SimulatorListener SLOW = new SimulatorListener() {
        @Override
        public void submitted(StoredMessage message) {
            LockSupport.parkNanos(10_000_000);
        }
    };

    @RegisterExtension
    static final TransactionServer SERVER = new TransactionServer(builder -> builder.listener(SLOW));

    private static final int CALLERS = 10;
    private static final int WINDOW = 10;
    private static final int HOSTS = 2;
    private static final int MESSAGES = 300;

    private static List<Integer> rounds() {
        return IntStream.rangeClosed(1, Integer.getInteger("smpp.test.scale", 1))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void what_was_committed_before_a_kill_is_sent_after_it(int round) throws Exception {
        SERVER.awaitBound();
        Callers callers = new Callers(SERVER.application(), CALLERS, RESEND, HOLD);
        try (callers) {
            callers.awaitMore(MESSAGES);
            SERVER.wildfly().kill();
        }
        SERVER.startWildFly();
        SERVER.awaitRecovery();

        List<String> shipped = SERVER.database().shipped();
        assertThat(shipped).containsAll(callers.committed());
        List<String> held = SERVER.application().held();
        List<String> sent = SERVER.sentAfterAll(shipped.size() - held.size());
        TreeSet<String> sentOrHeld = new TreeSet<>(sent);
        sentOrHeld.addAll(held);
        assertThat(List.copyOf(sentOrHeld)).isEqualTo(shipped);
        assertThat(held).allMatch(reference -> reference.startsWith(HOLD.name()));
        List<String> again = repeated(sent);
        assertThat(again).as("only where the message allows it").allMatch(each -> each.startsWith(RESEND.name()));
        assertThat(again.size() + held.size())
                .as("only what was written and unanswered: %s again, %s held", again, held)
                .isLessThanOrEqualTo(WINDOW * HOSTS);
        List<String> settled = new ArrayList<>(shipped);
        settled.removeAll(held);
        SERVER.awaitResults(settled);
    }

    private static List<String> repeated(List<String> sent) {
        List<String> repeated = new ArrayList<>(sent);
        new TreeSet<>(sent).forEach(repeated::remove);
        return repeated;
    }
}
