package org.smppra.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.it.transactions.Steps.required;
import static org.smppra.it.transactions.Steps.row;
import static org.smppra.it.transactions.Steps.submit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TwoPhaseCommitIT {
    @RegisterExtension
    static final TransactionServer SERVER = new TransactionServer();

    @Test
    void a_commit_ships_row_and_message() throws Exception {
        Done done = SERVER.application().run(required(row("a"), submit("direct", "a")));
        System.err.println(done);
        assertThat(done.isFine()).isTrue();
        assertThat(SERVER.database().shipped()).containsExactly("a");
    }
}
