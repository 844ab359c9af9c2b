package org.smppra.gateway;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smppra.GatewayState;
import org.smppra.HostState;
import org.smppra.HostState.Phase;
import org.smppra.link.Link;

/** What the binds of each host add up to. */
final class Hosts {
    private Hosts() {}

    static boolean canSubmit(LinkKeeper keeper) {
        Link link = keeper.link();
        return link != null && link.canSubmit() && keeper.phase() == Phase.BOUND;
    }

    private static boolean canReceive(LinkKeeper keeper) {
        Link link = keeper.link();
        return link != null && link.canReceive() && keeper.phase() == Phase.BOUND;
    }

    static GatewayState state(List<LinkKeeper> keepers) {
        Map<String, HostState> hosts = new LinkedHashMap<>();
        for (LinkKeeper keeper : keepers) {
            hosts.computeIfAbsent(
                    keeper.host().toString(),
                    name -> of(keepers.stream()
                            .filter(each -> each.host().equals(keeper.host()))
                            .toList()));
        }
        return GatewayState.of(hosts, Set.of(), 0, null);
    }

    private static HostState of(List<LinkKeeper> binds) {
        int outstanding = 0;
        Phase best = Phase.DOWN;
        Instant changedAt = Instant.MIN;
        String lastError = null;
        for (LinkKeeper bind : binds) {
            Link link = bind.link();
            outstanding += link == null ? 0 : link.outstanding();
            best = better(bind.phase(), best);
            changedAt = bind.changedAt().isAfter(changedAt) ? bind.changedAt() : changedAt;
            lastError = firstOf(lastError, bind.lastError());
        }
        int submitting = (int) binds.stream().filter(Hosts::canSubmit).count();
        int receiving = (int) binds.stream().filter(Hosts::canReceive).count();
        return HostState.of(best, submitting, receiving, outstanding, changedAt, lastError);
    }

    private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }

    private static Phase better(Phase one, Phase other) {
        return rank(one) > rank(other) ? one : other;
    }

    private static int rank(Phase phase) {
        return switch (phase) {
            case DOWN -> 0;
            case CONNECTING -> 1;
            case BINDING -> 2;
            case DRAINING -> 3;
            case BOUND -> 4;
        };
    }
}
