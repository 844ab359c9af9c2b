package org.smppra.simulator.tool.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.tool.log.Content;
import org.smppra.simulator.tool.log.Output;
import org.smppra.simulator.tool.traffic.Load;
import org.smppra.simulator.tool.traffic.Rates;
import org.smppra.simulator.tool.traffic.Traffic;

/**
 * What the page shows and the API rules.
 *
 * @param output what was said on the console
 * @param content what may be shown of messages
 */
public record Subject(
        Simulator simulator,
        Traffic traffic,
        Rates rates,
        Load load,
        Output output,
        Content content,
        Instant startedAt) {
    /**
     * {@link Simulator#maintenance}, and a line on the console if the host does not come back.
     *
     * @throws IllegalStateException if a host is down
     * @throws IllegalArgumentException if there is no such host
     */
    public void maintain(String host, Duration down) {
        simulator.maintenance(host, down).whenComplete((back, failure) -> {
            if (failure != null && !(failure instanceof CancellationException)) {
                output.say(host + " did not come back: " + failure.getMessage());
            }
        });
    }
}
