package org.smppra.sample.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.smppra.ReceiptError;
import org.smppra.sample.Report;

/** A report as this interface shows it: every member is always there, null where the report says nothing. */
final class ReportJson {
    private ReportJson() {}

    static JsonArrayBuilder all(List<Report> reports) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        reports.forEach(report -> array.add(of(report)));
        return array;
    }

    static JsonObjectBuilder of(Report report) {
        return Json.createObjectBuilder()
                .add("messageId", report.messageId())
                .add("state", report.state())
                .add("stateText", report.stateText())
                .add("final", report.isFinal())
                .add("submittedAt", textOrNull(report.submittedAt()))
                .add("doneAt", textOrNull(report.doneAt()))
                .add("error", report.error().<JsonValue>map(ReportJson::error).orElse(JsonValue.NULL))
                .add("reference", textOrNull(report.reference()))
                .add("text", report.text())
                .add("receivedAt", report.receivedAt().toString())
                .add("deliveryCount", report.deliveryCount());
    }

    private static JsonValue error(ReceiptError error) {
        JsonValue code = error.code().isPresent()
                ? Json.createValue(String.format("0x%04X", error.code().getAsInt()))
                : JsonValue.NULL;
        return Json.createObjectBuilder()
                .add("text", error.text())
                .add("code", code)
                .add("meanings", Json.createArrayBuilder(error.meanings()))
                .build();
    }

    /** Instants are written as ISO 8601 in UTC. */
    static JsonValue textOrNull(Optional<?> value) {
        return value.<JsonValue>map(there -> text(there.toString())).orElse(JsonValue.NULL);
    }

    private static JsonString text(String value) {
        return Json.createValue(value);
    }
}
