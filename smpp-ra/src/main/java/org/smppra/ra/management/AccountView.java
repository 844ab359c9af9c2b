package org.smppra.ra.management;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smppra.Direction;
import org.smppra.GatewayState;
import org.smppra.delivery.DeliveryCounter;
import org.smppra.engine.Account;
import org.smppra.inbox.AccountInbox;

/** An account in JMX. */
public final class AccountView {
    private final String name;
    private final String systemId;
    private final long held;
    private final GatewayState state;
    private final @Nullable AccountInbox inbox;
    private final Map<DeliveryCounter, Long> deliveries;

    AccountView(Account account, long held) {
        this.name = account.name();
        this.systemId = account.accountKey().systemId();
        this.held = held;
        this.state = account.state();
        this.inbox = account.openInbox();
        this.deliveries = account.deliveryCounters();
    }

    public String getName() {
        return name;
    }

    public String getSystemId() {
        return systemId;
    }

    /** Whether a message can leave now. */
    public boolean isUsable() {
        return state.isUsable();
    }

    /** The directions that an operator paused. */
    public List<String> getPaused() {
        return Arrays.stream(Direction.values())
                .filter(state::isPaused)
                .map(Enum::name)
                .toList();
    }

    /** Submissions that wait or are on their way. */
    public long getWaiting() {
        return state.waiting();
    }

    /** Empty: none waits. */
    public String getOldestWaitingAt() {
        return HostView.text(state.oldestWaitingAt());
    }

    /** Submissions that wait for an operator. */
    public long getHeld() {
        return held;
    }

    /** Received messages and receipts that are stored, acknowledged, and wait for a listener. */
    public long getReceivedWaiting() {
        return inbox == null ? 0 : inbox.waiting();
    }

    /** Since when; empty: none waits. */
    public String getOldestReceivedAt() {
        return HostView.text(Optional.ofNullable(inbox == null ? null : inbox.oldestWaitingAt()));
    }

    /** Received messages and receipts that no listener could take. */
    public long getDeadLetters() {
        return inbox == null ? 0 : inbox.deadLetterCount();
    }

    /** What was counted of deliveries since its start, by the names of {@link DeliveryCounter}. */
    public Map<String, Long> getDeliveryCounters() {
        return named(deliveries);
    }

    static Map<String, Long> named(Map<? extends Enum<?>, Long> counters) {
        Map<String, Long> named = new TreeMap<>();
        counters.forEach((counter, count) -> named.put(counter.name(), count));
        return named;
    }

    public List<HostView> getHosts() {
        return state.hosts().entrySet().stream()
                .map(host -> new HostView(host.getKey(), host.getValue()))
                .toList();
    }
}
