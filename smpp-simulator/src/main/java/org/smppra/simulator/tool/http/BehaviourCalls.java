package org.smppra.simulator.tool.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.simulator.behaviour.ActiveBehaviour;
import org.smppra.simulator.behaviour.Behaviour;
import org.smppra.simulator.behaviour.BehaviourKind;
import org.smppra.simulator.behaviour.Behaviours;
import org.smppra.simulator.behaviour.InvalidBehaviourException;
import org.smppra.simulator.behaviour.Parameter;
import org.smppra.simulator.tool.log.Output;

/** Bad days. */
final class BehaviourCalls {
    private final Behaviours behaviours;
    private final Output output;

    BehaviourCalls(Subject subject) {
        this.behaviours = subject.simulator().behaviours();
        this.output = subject.output();
    }

    void addTo(Routes routes) {
        routes.add("GET", "/api/behaviours", request -> Answer.json(all()))
                .add("GET", "/api/catalogue", request -> Answer.json(Map.of("behaviours", catalogue())))
                .add("POST", "/api/behaviours", this::on)
                .add("DELETE", "/api/behaviours", request -> off(behaviours.switchOffAll()))
                .add(
                        "DELETE",
                        "/api/behaviours/{which}",
                        request -> off(request.path().get(2)));
    }

    private Answer on(Request request) {
        ActiveBehaviour active = behaviours.switchOn(wanted(request));
        output.say("switched on " + active.id() + ": " + active.behaviour());
        return Answer.json(201, json(active));
    }

    private Map<String, Object> all() {
        return Map.of("active", active(behaviours), "ended", list(behaviours.ended()));
    }

    static List<Map<String, Object>> active(Behaviours behaviours) {
        return list(behaviours.active());
    }

    private static List<Map<String, Object>> list(List<ActiveBehaviour> some) {
        return some.stream().map(BehaviourCalls::json).toList();
    }

    private static Map<String, Object> json(ActiveBehaviour active) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", active.id());
        json.put("name", active.behaviour().name());
        json.put("parameters", active.behaviour().parameters());
        json.put("text", active.behaviour().toString());
        json.put("since", active.since().toString());
        json.put("struck", active.struck());
        return json;
    }

    /** Either whole, as on the console, or in pieces. */
    private static Behaviour wanted(Request request) {
        Parameters given = request.parameters("text", "name", "parameters");
        String text = given.textOrNull("text");
        if (text != null) {
            return checked("text", () -> Behaviour.parse(text));
        }
        String name = given.text("name");
        Behaviour behaviour = checked("name", () -> Behaviour.named(name));
        for (Map.Entry<String, Object> each : given.object("parameters").entrySet()) {
            Behaviour before = behaviour;
            behaviour = checked(each.getKey(), () -> before.with(each.getKey(), String.valueOf(each.getValue())));
        }
        return behaviour;
    }

    private interface Maker {
        Behaviour make();
    }

    private static Behaviour checked(String parameter, Maker maker) {
        try {
            return maker.make();
        } catch (InvalidBehaviourException e) {
            throw Problem.of(parameter, String.valueOf(e.getMessage()));
        }
    }

    /** @param which a number or a name */
    private Answer off(String which) {
        if (!which.matches("[0-9]{1,18}")) {
            return off(behaviours.switchOff(which));
        }
        if (!behaviours.switchOff(Long.parseLong(which))) {
            throw new Problem(404, "which", "number " + which + " is not on");
        }
        return off(1);
    }

    private Answer off(int count) {
        output.say(count + " switched off");
        return Answer.json(Map.of("switchedOff", count));
    }

    private static List<Map<String, Object>> catalogue() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (BehaviourKind kind : BehaviourKind.catalogue()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", kind.name());
            json.put("description", kind.description());
            json.put(
                    "ownParameters",
                    kind.ownParameters().stream().map(BehaviourCalls::json).toList());
            json.put(
                    "commonParameters",
                    kind.commonParameters().stream().map(BehaviourCalls::json).toList());
            all.add(json);
        }
        return all;
    }

    private static Map<String, Object> json(Parameter<?> parameter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", parameter.name());
        json.put("description", parameter.description());
        json.put("form", parameter.form());
        json.put("default", emptyToNull(parameter.byDefault()));
        return json;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
