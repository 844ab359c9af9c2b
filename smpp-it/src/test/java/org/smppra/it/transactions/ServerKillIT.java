package org.smppra.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The server is killed while ten threads commit. */
class ServerKillIT {
    @RegisterExtension
    static final TransactionServer SERVER = new TransactionServer();

    private static final int CALLERS = 10;
    private static final int WINDOW = 10;
    private static final int HOSTS = 2;
    private static final int MESSAGES = 300;

    @RepeatedTest(1)
    void what_was_committed_before_a_kill_is_sent_after_it() throws Exception {
        SERVER.awaitBound();
        Callers callers = new Callers(SERVER.application(), CALLERS);
        try (callers) {
            callers.awaitMore(MESSAGES);
            SERVER.wildfly().kill();
        }
        SERVER.wildfly().start(SERVER.application());
        SERVER.awaitRecovery();

        List<String> shipped = SERVER.database().shipped();
        assertThat(shipped).containsAll(callers.committed());
        List<String> sent = SERVER.sentAfterAll(shipped.size());
        assertThat(List.copyOf(new TreeSet<>(sent))).isEqualTo(shipped);
        List<String> twice = sent.stream()
                .filter(reference -> Collections.frequency(sent, reference) > 1)
                .toList();
        assertThat(sent.size() - shipped.size())
                .as("only what was written and unanswered may be sent again: %s", twice)
                .isLessThanOrEqualTo(WINDOW * HOSTS);
    }
}
