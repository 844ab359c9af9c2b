package org.smppra.it.transactions.application;

import jakarta.ejb.EJBContext;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Steps, each an array of its name and what it needs; some hold steps that run in a transaction of their own. */
final class Script {
    private final Demarcation beans;
    private final Orders orders;
    private final Messages messages;
    private final OtherResources others;
    private final Load load;
    private final Answer answer;

    Script(Demarcation beans, Orders orders, Messages messages, OtherResources others, Load load, Answer answer) {
        this.beans = beans;
        this.orders = orders;
        this.messages = messages;
        this.others = others;
        this.load = load;
        this.answer = answer;
    }

    void run(JsonArray steps, @Nullable EJBContext context) throws Exception {
        for (JsonArray step : steps.getValuesAs(JsonArray.class)) {
            run(step.getString(0), step, context);
        }
    }

    private void run(String name, JsonArray step, @Nullable EJBContext context) throws Exception {
        switch (name) {
            case "required" -> beans.container().required(inner -> run(step.getJsonArray(1), inner));
            case "requiresNew" -> beans.container().requiresNew(inner -> run(step.getJsonArray(1), inner));
            case "notSupported" -> beans.container().notSupported(inner -> run(step.getJsonArray(1), inner));
            case "timed" -> beans.container().timed(inner -> run(step.getJsonArray(1), inner));
            case "committed" -> beans.itself().committed(step.getInt(1), inner -> run(step.getJsonArray(2), inner));
            case "rolledBack" -> beans.itself().rolledBack(inner -> run(step.getJsonArray(1), inner));
            case "caught" -> caught(step.getJsonArray(1), context);
            case "row" -> orders.insert(step.getString(1));
            case "submit" -> answer.add(messages.submit(step.getString(1), step.getJsonObject(2)));
            case "submitNow" -> answer.add(messages.submitNow(step.getString(1), step.getJsonObject(2)));
            case "submitAll" ->
                messages.submitAll(step.getString(1), step.getJsonObject(2), step.getInt(3))
                        .forEach(answer::add);
            case "halting" -> others.enlistHalting(step.getString(1), step.getInt(2));
            case "refusing" -> others.enlistRefusing();
            case "rollbackOnly" -> context.setRollbackOnly();
            case "throwRollingBack" -> throw new RollingBackException("as told");
            case "throwPlain" -> throw new PlainException("as told");
            case "throwRuntime" -> throw new IllegalStateException("as told");
            case "outlast" -> others.awaitTimeout();
            case "load" -> answer.add(load(step));
            default -> throw new IllegalArgumentException("no step " + name);
        }
    }

    private JsonObject load(JsonArray step) throws Exception {
        String factory = step.getString(1);
        return load.run(
                factory.isEmpty() ? null : Messages.named(factory),
                step.getBoolean(2),
                step.getInt(3),
                step.getInt(4),
                step.getInt(5));
    }

    private void caught(JsonArray steps, @Nullable EJBContext context) {
        try {
            run(steps, context);
        } catch (Exception e) {
            answer.add(e);
        }
    }
}
