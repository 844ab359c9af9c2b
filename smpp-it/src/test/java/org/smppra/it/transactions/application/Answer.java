package org.smppra.it.transactions.application;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.jspecify.annotations.Nullable;
import org.smppra.InvalidMessageException;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.SubmitResult;

/** What came of a script: its submissions and results, what it caught, and what came out of it. */
final class Answer {
    private final JsonArrayBuilder submissions = Json.createArrayBuilder();
    private final JsonArrayBuilder results = Json.createArrayBuilder();
    private @Nullable JsonObject load;
    private final JsonArrayBuilder caught = Json.createArrayBuilder();

    void add(Submission submission) {
        submissions.add(Json.createObjectBuilder()
                .add("submissionId", submission.submissionId())
                .add("reference", submission.reference())
                .add("repeated", submission.repeated()));
    }

    void add(SubmitResult result) {
        results.add(Json.createObjectBuilder()
                .add("submissionId", result.submissionId())
                .add("reference", result.reference())
                .add("outcome", result.outcome().name()));
    }

    void add(Exception e) {
        caught.add(json(e));
    }

    void add(JsonObject measured) {
        load = measured;
    }

    JsonObject end(@Nullable Exception thrown) {
        JsonObjectBuilder all = Json.createObjectBuilder()
                .add("submissions", submissions)
                .add("results", results)
                .add("caught", caught);
        if (load != null) {
            all.add("load", load);
        }
        if (thrown != null) {
            all.add("thrown", json(thrown));
        }
        return all.build();
    }

    private static JsonObjectBuilder json(Exception e) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", e.getClass().getSimpleName())
                .add("message", String.valueOf(e.getMessage()));
        if (e instanceof SmppException smpp) {
            json.add("code", smpp.code()).add("sent", smpp.sent().name());
        }
        if (e instanceof InvalidMessageException invalid) {
            json.add("field", invalid.field());
        }
        return json;
    }
}
