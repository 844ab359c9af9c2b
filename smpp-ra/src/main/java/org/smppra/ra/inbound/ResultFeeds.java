package org.smppra.ra.inbound;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.smppra.engine.Account;
import org.smppra.outbox.AccountOutbox;

/** The feed of each account whose results somebody listens for; begins when its outbox is open. */
public final class ResultFeeds {
    private final WorkScheduler scheduler;
    private final Map<Account, ResultFeed> feeds = new HashMap<>();
    private final Set<EndpointActivation> wanted = new HashSet<>();

    public ResultFeeds(WorkScheduler scheduler) {
        this.scheduler = scheduler;
    }

    void add(EndpointActivation activation) {
        synchronized (this) {
            wanted.add(activation);
        }
        activation.account().whenOutboxOpen(outbox -> begin(activation, outbox));
    }

    private synchronized void begin(EndpointActivation activation, AccountOutbox outbox) {
        if (wanted.contains(activation)) {
            feeds.computeIfAbsent(activation.account(), account -> new ResultFeed(outbox, scheduler))
                    .add(activation);
        }
    }

    synchronized void remove(EndpointActivation activation) {
        wanted.remove(activation);
        ResultFeed feed = feeds.get(activation.account());
        if (feed != null && feed.remove(activation)) {
            feeds.remove(activation.account());
        }
    }
}
