package org.smppra.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.smppra.Direction;
import org.smppra.GatewayState;
import org.smppra.Settle;
import org.smppra.SmppOperations;
import org.smppra.Store;
import org.smppra.Stored;
import org.smppra.Submission;

/** What an operator may do with a running account. */
public final class AccountOperations implements SmppOperations {
    private final Account account;

    AccountOperations(Account account) {
        this.account = account;
    }

    @Override
    public GatewayState state() {
        return account.state();
    }

    @Override
    public void pause(Direction direction) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void resume(Direction direction) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public boolean drain(Duration timeout) throws InterruptedException {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public Optional<Submission> find(String submissionId) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public List<Stored> list(Store store, String afterId, int limit) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public boolean settle(String id, Settle how) {
        throw new UnsupportedOperationException("not yet");
    }
}
