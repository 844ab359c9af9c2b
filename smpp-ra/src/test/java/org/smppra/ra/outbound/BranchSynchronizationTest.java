package org.smppra.ra.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.OutboxFullException;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.outbox.Branch;
import org.smppra.outbox.OutboxMessage;
import org.smppra.ra.container.LogLines;

/** A transaction decides for what it submitted in the mode ON_COMMIT. */
class BranchSynchronizationTest {
    private static final class ScriptedBranch implements Branch {
        private final List<String> calls = new ArrayList<>();
        private boolean fails;

        @Override
        public List<Submission> add(List<OutboxMessage> messages) {
            throw new AssertionError("after the end");
        }

        @Override
        public void commit() throws SmppException {
            calls.add("commit");
            if (fails) {
                throw new OutboxFullException("no disk any more");
            }
        }

        @Override
        public void rollback() {
            calls.add("rollback");
            if (fails) {
                throw new IllegalStateException("odd");
            }
        }
    }

    private final ScriptedBranch branch = new ScriptedBranch();
    private final BranchSynchronization synchronization = new BranchSynchronization(branch);

    @Test
    void a_commit_commits() {
        synchronization.beforeCompletion();
        assertThat(branch.calls).isEmpty();
        synchronization.afterCompletion(Status.STATUS_COMMITTED);
        assertThat(branch.calls).containsExactly("commit");
    }

    @ParameterizedTest
    @ValueSource(ints = {Status.STATUS_ROLLEDBACK, Status.STATUS_UNKNOWN, Status.STATUS_COMMITTING})
    void whatever_is_not_surely_committed_is_rolled_back(int status) {
        synchronization.afterCompletion(status);
        assertThat(branch.calls).containsExactly("rollback");
    }

    @ParameterizedTest
    @ValueSource(ints = {Status.STATUS_COMMITTED, Status.STATUS_ROLLEDBACK})
    void a_failure_is_said_and_does_not_reach_who_commits(int status) {
        branch.fails = true;
        try (LogLines lines = LogLines.of(BranchSynchronization.class.getName())) {
            synchronization.afterCompletion(status);
            assertThat(lines.all()).hasSize(1).allMatch(line -> line.startsWith("SMPP-333"));
        }
    }
}
