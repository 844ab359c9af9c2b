package org.smppra.simulator.tool.http;

import java.time.Instant;
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
        Instant startedAt) {}
