package org.smppra.simulator.tool.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.smppra.simulator.SimulatedHost;

/** Hosts come and go. */
final class HostCalls {
    private static final double LONGEST_SECONDS = 24 * 3600.0;

    private final Subject subject;
    /** What is done to a host now: stopping takes seconds, and must not keep all threads of the server. */
    private final Map<String, String> busy = new ConcurrentHashMap<>();

    HostCalls(Subject subject) {
        this.subject = subject;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/api/hosts/{host}/stop", request -> act(request, "stop", SimulatedHost::stop))
                .add("POST", "/api/hosts/{host}/start", request -> act(request, "start", SimulatedHost::start))
                .add("POST", "/api/hosts/{host}/kill", request -> act(request, "kill", SimulatedHost::kill))
                .add("POST", "/api/hosts/{host}/maintenance", this::maintenance);
    }

    private Answer act(Request request, String deed, Consumer<SimulatedHost> what) {
        request.parameters();
        return act(host(request), deed, what);
    }

    private Answer maintenance(Request request) {
        double seconds = request.parameters("seconds").number("seconds", 10, 0, LONGEST_SECONDS);
        SimulatedHost host = host(request);
        subject.maintain(host.name(), Duration.ofMillis((long) (seconds * 1000)));
        return Answer.json(202, StatusCalls.host(host));
    }

    private Answer act(SimulatedHost host, String deed, Consumer<SimulatedHost> what) {
        String other = busy.putIfAbsent(host.name(), deed);
        if (other != null) {
            throw new Problem(409, "host", "host " + host.name() + " is busy with " + other);
        }
        try {
            what.accept(host);
            return Answer.json(StatusCalls.host(host));
        } finally {
            busy.remove(host.name());
        }
    }

    private SimulatedHost host(Request request) {
        try {
            return subject.simulator().host(request.path().get(2));
        } catch (IllegalArgumentException e) {
            throw new Problem(404, "host", String.valueOf(e.getMessage()));
        }
    }
}
