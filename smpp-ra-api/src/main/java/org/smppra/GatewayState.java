package org.smppra;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of a gateway: its hosts, and what waits. A snapshot. */
public final class GatewayState implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, HostState> hosts;
    private final EnumSet<Direction> paused;
    private final long waiting;
    private final @Nullable Instant oldestWaitingAt;

    private GatewayState(
            Map<String, HostState> hosts, Set<Direction> paused, long waiting, @Nullable Instant oldestWaitingAt) {
        this.hosts = new LinkedHashMap<>(hosts);
        this.paused = paused.isEmpty() ? EnumSet.noneOf(Direction.class) : EnumSet.copyOf(paused);
        this.waiting = waiting;
        this.oldestWaitingAt = oldestWaitingAt;
    }

    /** For the engine and for tests. */
    public static GatewayState of(
            Map<String, HostState> hosts, Set<Direction> paused, long waiting, @Nullable Instant oldestWaitingAt) {
        return new GatewayState(hosts, paused, waiting, oldestWaitingAt);
    }

    /** Whether at least one bind can submit now. */
    public boolean isUsable() {
        return hosts.values().stream().anyMatch(host -> host.submitting() > 0);
    }

    public boolean isPaused(Direction direction) {
        return paused.contains(direction);
    }

    /** By {@code host:port}, in the order of the setting. */
    public Map<String, HostState> hosts() {
        return Collections.unmodifiableMap(hosts);
    }

    /** Submissions that wait to be sent. */
    public long waiting() {
        return waiting;
    }

    public Optional<Instant> oldestWaitingAt() {
        return Optional.ofNullable(oldestWaitingAt);
    }

    @Override
    public String toString() {
        return hosts.toString();
    }
}
