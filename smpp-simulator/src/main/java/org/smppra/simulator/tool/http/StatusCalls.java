package org.smppra.simulator.tool.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smppra.simulator.BindView;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.StoredMessage;
import org.smppra.simulator.tool.traffic.Count;

/** What can be looked at. */
final class StatusCalls {
    private static final int MOST_BINDS = 200;
    private static final int MOST_ACCOUNTS = 100;
    private static final int MOST_MESSAGES = 200;

    private final Subject subject;

    StatusCalls(Subject subject) {
        this.subject = subject;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/api/status", request -> Answer.json(status()))
                .add("GET", "/api/messages", this::messages)
                .add("GET", "/api/certificate", request -> certificate())
                .add(
                        "GET",
                        "/api/log",
                        request -> Answer.json(Map.of("lines", subject.output().recent())));
    }

    private Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put(
                "startedAt", subject.startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        status.put(
                "uptimeSeconds",
                Duration.between(subject.startedAt(), Instant.now()).toSeconds());
        status.put("showContent", subject.content().shown());
        List<BindView> binds = subject.simulator().hosts().stream()
                .flatMap(host -> host.binds().stream())
                .toList();
        status.put(
                "hosts",
                subject.simulator().hosts().stream().map(StatusCalls::host).toList());
        status.put("bindCount", binds.size());
        status.put(
                "binds", binds.stream().limit(MOST_BINDS).map(StatusCalls::bind).toList());
        status.put("accounts", accounts(binds));
        status.put("totals", totals());
        status.put("perSecond", perSecond());
        status.put("history", history());
        status.put("behaviours", BehaviourCalls.active(subject.simulator().behaviours()));
        status.put("load", load());
        return status;
    }

    static Map<String, Object> host(SimulatedHost host) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", host.name());
        json.put("state", host.isListening() ? "listening" : "stopped");
        json.put("address", host.port() < 0 ? null : host.address());
        json.put("tlsAddress", host.tlsPort() < 0 ? null : host.tlsAddress());
        json.put("connections", host.connections());
        json.put("binds", host.binds().size());
        return json;
    }

    private static Map<String, Object> bind(BindView bind) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("host", bind.host());
        json.put("systemId", bind.systemId());
        json.put("bindType", bind.bindType().name().toLowerCase(Locale.ROOT));
        json.put("remote", bind.remote());
        json.put("tls", bind.tls());
        json.put("interfaceVersion", String.format("0x%02X", bind.interfaceVersion()));
        json.put("boundAt", bind.boundAt().truncatedTo(ChronoUnit.SECONDS).toString());
        return json;
    }

    /** Those that ever bound, or got something. */
    private List<Map<String, Object>> accounts(List<BindView> binds) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String systemId :
                subject.simulator().accounts().stream().limit(MOST_ACCOUNTS).toList()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("systemId", systemId);
            json.put(
                    "binds",
                    binds.stream()
                            .filter(bind -> bind.systemId().equals(systemId))
                            .count());
            json.put("reportsWaiting", subject.simulator().reportsWaiting(systemId));
            json.put("reportsDropped", subject.simulator().reportsDropped(systemId));
            all.add(json);
        }
        return all;
    }

    private Map<String, Object> totals() {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Count count : Count.values()) {
            json.put(count.word(), subject.traffic().of(count));
        }
        return json;
    }

    private Map<String, Object> perSecond() {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Count count : Count.values()) {
            json.put(count.word(), subject.rates().perSecond(count));
        }
        return json;
    }

    private Map<String, Object> history() {
        Map<String, Object> json = new LinkedHashMap<>();
        for (Count count : Count.values()) {
            json.put(count.word(), subject.rates().history(count));
        }
        return json;
    }

    private Map<String, Object> load() {
        return LoadCalls.json(subject.load());
    }

    private Answer certificate() {
        try {
            return new Answer(200, "application/x-pem-file", subject.simulator().certificatePem());
        } catch (IllegalStateException e) {
            throw new Problem(404, null, "there is no port with TLS");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer messages(Request request) {
        int limit = Parameters.of(request.query()).integer("limit", 50, 1, MOST_MESSAGES);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", subject.simulator().messageCount());
        json.put(
                "messages",
                subject.traffic().messages(limit).stream().map(this::message).toList());
        return Answer.json(json);
    }

    private Map<String, Object> message(StoredMessage message) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("messageId", message.messageId());
        json.put(
                "receivedAt",
                message.receivedAt().truncatedTo(ChronoUnit.MILLIS).toString());
        json.put("host", message.host());
        json.put("systemId", message.systemId());
        json.put("from", subject.content().number(message.submitSm().source()));
        json.put("to", subject.content().number(message.submitSm().destination()));
        json.put("dataCoding", message.submitSm().dataCoding());
        json.put("octets", message.submitSm().userData().length());
        json.put("text", subject.content().shown() ? subject.content().text(message.submitSm()) : null);
        return json;
    }
}
