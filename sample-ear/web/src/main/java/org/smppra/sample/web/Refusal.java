package org.smppra.sample.web;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.smppra.GatewayUnavailableException;
import org.smppra.InvalidMessageException;
import org.smppra.OutboxFullException;
import org.smppra.SmppException;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitRejectedException;
import org.smppra.SubmitResult;
import org.smppra.sample.NotStoredException;

/** An error as this interface tells it: a status that a client can act on, and never a stack trace. */
record Refusal(int status, JsonObject body) {
    static Refusal of(SmppException e) {
        if (e instanceof InvalidMessageException invalid) {
            String field = invalid.field();
            return invalid(field.equals("recipient") ? "to" : field, withoutPrefix(invalid));
        }
        if (e instanceof GatewayUnavailableException || e instanceof OutboxFullException) {
            return new Refusal(503, error("unavailable").add("message", text(e)).build());
        }
        if (e instanceof SubmitRejectedException rejected) {
            SubmitResult result = rejected.result();
            JsonObjectBuilder body = error("rejected").add("submissionId", result.submissionId());
            result.status().ifPresent(status -> body.add("status", status.toString()));
            return new Refusal(502, body.add("sent", e.sent().name()).build());
        }
        if (e instanceof SubmitOutcomeUnknownException unknown) {
            String submissionId = unknown.result().submissionId();
            return new Refusal(
                    504,
                    error("outcome-unknown")
                            .add("submissionId", submissionId)
                            .add("sent", e.sent().name())
                            .build());
        }
        return new Refusal(
                500,
                error("failed")
                        .add("code", e.code())
                        .add("sent", e.sent().name())
                        .build());
    }

    static Refusal of(NotStoredException e) {
        return new Refusal(
                500,
                error("not-stored")
                        .add("submissionId", e.submissionId())
                        .add("sent", e.sent().name())
                        .build());
    }

    static Refusal invalid(String field, String problem) {
        return new Refusal(
                400,
                error("invalid").add("field", field).add("message", problem).build());
    }

    /** One that the container made: no such path, a wrong method. */
    static Refusal of(int status, String reason) {
        return new Refusal(
                status, error(reason.toLowerCase(Locale.ROOT).replace(' ', '-')).build());
    }

    static Refusal unexpected() {
        return new Refusal(500, error("internal").build());
    }

    Response toResponse() {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .entity(body)
                .build();
    }

    private static JsonObjectBuilder error(String word) {
        return Json.createObjectBuilder().add("error", word);
    }

    private static String withoutPrefix(InvalidMessageException e) {
        String prefix = e.code() + ": " + e.field() + ": ";
        return text(e).startsWith(prefix) ? text(e).substring(prefix.length()) : text(e);
    }

    private static String text(SmppException e) {
        return String.valueOf(e.getMessage());
    }
}
