package org.smppra.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.it.transactions.Steps.required;
import static org.smppra.it.transactions.Steps.row;
import static org.smppra.it.transactions.Steps.submit;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.smppra.it.wildfly.Waiting;

/** What an administrator forgot is said before it is needed; only in the long tier, for it takes five minutes. */
class NoRecoveryLongIT {
    private static final String CODE = "SMPP-332";

    @Test
    void a_server_that_would_not_recover_says_so() throws Exception {
        try (RunningServer server = RunningServer.startWithoutRecovery()) {
            Done done = server.application().run(required(row("a"), submit("outbox", "a")));
            assertThat(done.isFine()).as(done.toString()).isTrue();
            assertThat(server.wildfly().console()).contains("IJ020016").doesNotContain(CODE);

            Waiting.until("the warning", Duration.ofMinutes(10), () -> server.wildfly()
                    .console()
                    .contains(CODE));
        }
    }
}
