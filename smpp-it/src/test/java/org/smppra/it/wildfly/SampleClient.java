package org.smppra.it.wildfly;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Talks to the sample application as a browser would. */
final class SampleClient {
    private static final Duration ARRIVAL = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    SampleClient(URI server) {
        this.base = server.resolve("/sample/");
    }

    record Reply(int status, JsonObject body) {}

    Reply post(String to, String from, String text, @Nullable String reference) throws Exception {
        JsonObjectBuilder message =
                Json.createObjectBuilder().add("to", to).add("from", from).add("text", text);
        if (reference != null) {
            message.add("reference", reference);
        }
        return post("api/messages", message.build().toString());
    }

    Reply post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(90))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        return new Reply(response.statusCode(), object(response.body()));
    }

    Reply get(String path) throws Exception {
        var response = http.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
        return new Reply(response.statusCode(), object(response.body()));
    }

    String page(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    /** The reports of a submission, as soon as there are this many. */
    List<JsonObject> reports(String submissionId, int count) throws Exception {
        Waiting.until(
                count + " reports of " + submissionId,
                ARRIVAL,
                () -> reportsNow("api/messages/" + submissionId).size() >= count);
        return reportsNow("api/messages/" + submissionId);
    }

    /** The reports with a message id, as soon as there are this many. */
    List<JsonObject> reportsOf(String messageId, int count) throws Exception {
        Waiting.until(
                count + " reports of " + messageId,
                ARRIVAL,
                () -> reportsNow("api/reports?messageId=" + messageId).size() >= count);
        return reportsNow("api/reports?messageId=" + messageId);
    }

    private List<JsonObject> reportsNow(String path) throws Exception {
        String body = page(path);
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonArray array = body.startsWith("[")
                    ? reader.readArray()
                    : reader.readObject().getJsonArray("reports");
            return array.getValuesAs(JsonObject.class);
        }
    }

    private static JsonObject object(String body) {
        if (!body.startsWith("{")) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }
}
