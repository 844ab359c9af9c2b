package org.smppra.ra.inbound;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.smppra.outbox.AccountOutbox;

/**
 * The feeds of all whose results somebody listens for; each begins when the outbox is open. One for all accounts that are
 * the same on disk, such as one that is closing and one that is set anew: the outbox tells only one of new results.
 */
public final class ResultFeeds {
    private final WorkScheduler scheduler;
    /** Each with a taker. */
    private final List<ResultFeed> feeds = new ArrayList<>();

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
            feed(outbox).add(activation);
        }
    }

    private ResultFeed feed(AccountOutbox outbox) {
        for (ResultFeed feed : feeds) {
            if (feed.isOf(outbox)) {
                return feed;
            }
        }
        ResultFeed feed = new ResultFeed(outbox, scheduler);
        feeds.add(feed);
        return feed;
    }

    synchronized void remove(EndpointActivation activation) {
        wanted.remove(activation);
        feeds.removeIf(feed -> feed.remove(activation));
    }
}
