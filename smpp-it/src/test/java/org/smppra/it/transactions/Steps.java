package org.smppra.it.transactions;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** The steps that the application understands. */
final class Steps {
    private Steps() {}

    /** In a transaction that the container begins, or the caller's. */
    static JsonArray required(JsonArray... steps) {
        return step("required").add(all(steps)).build();
    }

    static JsonArray requiresNew(JsonArray... steps) {
        return step("requiresNew").add(all(steps)).build();
    }

    static JsonArray notSupported(JsonArray... steps) {
        return step("notSupported").add(all(steps)).build();
    }

    /** As {@link #required}, with a timeout of a second. */
    static JsonArray timed(JsonArray... steps) {
        return step("timed").add(all(steps)).build();
    }

    /** In a transaction that the bean begins and commits. */
    static JsonArray committed(int timeoutSeconds, JsonArray... steps) {
        return step("committed").add(timeoutSeconds).add(all(steps)).build();
    }

    /** In a transaction that the bean begins and rolls back. */
    static JsonArray rolledBack(JsonArray... steps) {
        return step("rolledBack").add(all(steps)).build();
    }

    /** Goes on when one of the steps throws. */
    static JsonArray caught(JsonArray... steps) {
        return step("caught").add(all(steps)).build();
    }

    static JsonArray row(String reference) {
        return step("row").add(reference).build();
    }

    static JsonArray submit(String factory, JsonObject message) {
        return step("submit").add(factory).add(message).build();
    }

    static JsonArray submit(String factory, String reference) {
        return submit(factory, Message.of(reference));
    }

    static JsonArray submitNow(String factory, String reference) {
        return step("submitNow").add(factory).add(Message.of(reference)).build();
    }

    /** Many at once; a number is added to the reference of each. */
    static JsonArray submitAll(String factory, JsonObject message, int count) {
        return step("submitAll").add(factory).add(message).add(count).build();
    }

    /** Another resource that halts the server's JVM at this point, when so many transactions have come there. */
    static JsonArray halting(String point, int transactions) {
        return step("halting").add(point).add(transactions).build();
    }

    /** Another resource that votes for rollback. */
    static JsonArray refusing() {
        return step("refusing").build();
    }

    static JsonArray rollbackOnly() {
        return step("rollbackOnly").build();
    }

    /** An application exception that rolls back. */
    static JsonArray throwRollingBack() {
        return step("throwRollingBack").build();
    }

    /** A checked exception without a word about transactions. */
    static JsonArray throwPlain() {
        return step("throwPlain").build();
    }

    static JsonArray throwRuntime() {
        return step("throwRuntime").build();
    }

    /** Waits until the transaction is out of time. */
    static JsonArray outlast() {
        return step("outlast").build();
    }

    /**
     * Callers inside the server that do this all the time.
     *
     * @param factory empty: no message
     */
    static JsonArray load(String factory, boolean row, int callers, int settleMillis, int millis) {
        return step("load")
                .add(factory)
                .add(row)
                .add(callers)
                .add(settleMillis)
                .add(millis)
                .build();
    }

    private static JsonArrayBuilder step(String name) {
        return Json.createArrayBuilder().add(name);
    }

    private static JsonArrayBuilder all(JsonArray... steps) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (JsonArray step : steps) {
            all.add(step);
        }
        return all;
    }
}
