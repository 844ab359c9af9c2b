package org.smppra.it.transactions;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The application in the server, told by HTTP what its beans are to do. */
final class Application {
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI script;

    Application(int port) {
        this.script = URI.create("http://127.0.0.1:" + port + "/transactions/script");
    }

    /**
     * Runs these steps and answers when they are done.
     *
     * @throws IOException if the server did not answer, or not as the application does
     */
    Done run(JsonArray... steps) throws IOException, InterruptedException {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (JsonArray step : steps) {
            all.add(step);
        }
        HttpRequest request = HttpRequest.newBuilder(script)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(2))
                .POST(HttpRequest.BodyPublishers.ofString(all.build().toString()))
                .build();
        return new Done(body(http.send(request, BodyHandlers.ofString())));
    }

    /** Messages that wait in the outbox of this factory's account. */
    long waiting(String factory) throws IOException, InterruptedException {
        return state(factory).getJsonNumber("waiting").longValueExact();
    }

    /** Hosts through which the account of this factory can submit. */
    int boundHosts(String factory) throws IOException, InterruptedException {
        return state(factory).getInt("boundHosts");
    }

    /** The references of the messages that wait for an operator. */
    List<String> held() throws IOException, InterruptedException {
        return state("outbox").getJsonArray("held").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    /** Branches of the outbox that wait for their coordinator; -1 while it is not open. */
    int inDoubt() throws IOException, InterruptedException {
        return state("outbox").getInt("inDoubt");
    }

    private JsonObject state(String factory) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(script + "?factory=" + factory))
                .timeout(Duration.ofMinutes(1))
                .build();
        return body(http.send(request, BodyHandlers.ofString()));
    }

    boolean answers() throws InterruptedException {
        try {
            state("direct");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static JsonObject body(HttpResponse<String> response) throws IOException {
        if (response.statusCode() != OK) {
            throw new IOException("HTTP status " + response.statusCode() + ": " + response.body());
        }
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }
}
