package org.smppra.simulator.tool.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.simulator.tool.traffic.Load;
import org.smppra.simulator.tool.traffic.LoadOrder;

/** The load that the simulator makes. */
final class LoadCalls {
    private static final double LONGEST_SECONDS = 30 * 24 * 3600.0;

    private final Load load;

    LoadCalls(Load load) {
        this.load = load;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/api/load", request -> Answer.json(json(load)))
                .add("PUT", "/api/load", this::set)
                .add("DELETE", "/api/load", request -> set(LoadOrder.NONE));
    }

    private Answer set(Request request) {
        Parameters wanted = request.parameters("reportsPerSecond", "messagesPerSecond", "systemId", "seconds");
        double seconds = wanted.number("seconds", 0, 0, LONGEST_SECONDS);
        return set(new LoadOrder(
                wanted.number("reportsPerSecond", 0, 0, LoadOrder.MOST),
                wanted.number("messagesPerSecond", 0, 0, LoadOrder.MOST),
                emptyToNull(wanted.textOrNull("systemId")),
                seconds == 0 ? null : Duration.ofMillis((long) (seconds * 1000))));
    }

    private Answer set(LoadOrder order) {
        load.set(order);
        return Answer.json(json(load));
    }

    static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    static Map<String, Object> json(Load load) {
        LoadOrder order = load.order();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("on", !order.isNone());
        json.put("reportsPerSecond", order.reportsPerSecond());
        json.put("messagesPerSecond", order.messagesPerSecond());
        json.put("systemId", order.systemId());
        json.put("seconds", order.duration() == null ? null : order.duration().toMillis() / 1000.0);
        json.put("sent", load.sent());
        return json;
    }
}
