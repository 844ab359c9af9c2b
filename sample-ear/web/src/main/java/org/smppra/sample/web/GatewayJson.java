package org.smppra.sample.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.smppra.GatewayState;
import org.smppra.HostState;

/** The gateway's state as this interface shows it. */
final class GatewayJson {
    private GatewayJson() {}

    static JsonObject of(GatewayState gateway) {
        JsonObjectBuilder hosts = Json.createObjectBuilder();
        gateway.hosts().forEach((name, host) -> hosts.add(name, of(host)));
        return Json.createObjectBuilder()
                .add("usable", gateway.isUsable())
                .add("hosts", hosts)
                .build();
    }

    private static JsonObjectBuilder of(HostState host) {
        return Json.createObjectBuilder()
                .add("phase", host.phase().name())
                .add("submitting", host.submitting())
                .add("receiving", host.receiving())
                .add("outstanding", host.outstanding())
                .add("changedAt", ReportJson.textOrNull(host.changedAt()))
                .add("lastError", ReportJson.textOrNull(host.lastError()));
    }
}
