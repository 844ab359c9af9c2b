package org.smppra.ra.management;

import java.util.Arrays;
import java.util.List;
import org.smppra.Direction;
import org.smppra.GatewayState;
import org.smppra.engine.Account;

/** An account in JMX. */
public final class AccountView {
    private final String name;
    private final String systemId;
    private final long held;
    private final GatewayState state;

    AccountView(Account account, long held) {
        this.name = account.name();
        this.systemId = account.accountKey().systemId();
        this.held = held;
        this.state = account.state();
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

    public List<HostView> getHosts() {
        return state.hosts().entrySet().stream()
                .map(host -> new HostView(host.getKey(), host.getValue()))
                .toList();
    }
}
