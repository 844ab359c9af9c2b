package org.smppra.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.smppra.Direction;
import org.smppra.GatewayState;
import org.smppra.HostState;
import org.smppra.Settle;
import org.smppra.SmppException;
import org.smppra.SmppOperations;
import org.smppra.Store;
import org.smppra.Stored;
import org.smppra.Submission;
import org.smppra.inbox.AccountInbox;
import org.smppra.outbox.Outbox;

/**
 * What an operator may do with a running account. Where there is no outbox nothing is stored: nothing is found or
 * listed, no dead letter is kept, and a pause ends with the account.
 */
public final class AccountOperations implements SmppOperations {
    private static final long LOOK_MILLIS = 20;

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
        account.pauses().pause(direction, outbox());
    }

    @Override
    public void resume(Direction direction) {
        account.pauses().resume(direction, outbox());
    }

    @Override
    public boolean drain(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        account.gateway().refuse("account " + account.name() + " is drained by an operator");
        Outbox outbox = outbox();
        if (outbox != null) {
            outbox.drain(account.accountKey());
        }
        while (!isEmpty()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return true;
    }

    private boolean isEmpty() {
        GatewayState state = account.state();
        return state.waiting() == 0
                && state.hosts().values().stream()
                                .mapToInt(HostState::outstanding)
                                .sum()
                        == 0;
    }

    @Override
    public Optional<Submission> find(String submissionId) {
        Outbox outbox = outbox();
        return outbox == null ? Optional.empty() : outbox.find(account.accountKey(), submissionId);
    }

    @Override
    public List<Stored> list(Store store, String afterId, int limit) {
        if (store == Store.DEAD_LETTER) {
            AccountInbox inbox = account.waitForInbox();
            return inbox == null ? List.of() : inbox.deadLetters(afterId, limit);
        }
        Outbox outbox = outbox();
        return outbox == null ? List.of() : outbox.list(account.accountKey(), store, afterId, limit);
    }

    @Override
    public boolean settle(String id, Settle how) {
        if (how == Settle.DELIVER) {
            AccountInbox inbox = account.waitForInbox();
            return inbox != null && inbox.deliverAgain(id);
        }
        if (how == Settle.CANCEL && account.discardDeadLetter(id)) {
            return true;
        }
        Outbox outbox = outbox();
        return outbox != null && outbox.settle(account.accountKey(), id, how);
    }

    /** @throws IllegalStateException if there should be one, and it is not open */
    private @Nullable Outbox outbox() {
        if (!account.hasOutbox()) {
            return null;
        }
        try {
            return account.waitForOutbox();
        } catch (SmppException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
