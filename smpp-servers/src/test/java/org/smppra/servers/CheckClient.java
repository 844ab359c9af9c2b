package org.smppra.servers;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.smppra.servers.application.Step;

/** What the deployed application is asked to do. */
record CheckClient(URI application) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final int OK = 200;

    /** One transaction of these steps; returns when it has ended. */
    void transact(String factory, String reference, Step... steps) throws IOException, InterruptedException {
        String all = Arrays.stream(steps).map(Enum::name).collect(Collectors.joining(","));
        post("?factory=" + encoded(factory) + "&reference=" + encoded(reference) + "&steps=" + encoded(all));
    }

    /** Outside of any transaction. */
    void submit(String factory, String reference) throws IOException, InterruptedException {
        post("?factory=" + encoded(factory) + "&reference=" + encoded(reference));
    }

    /** Hosts that take a message now. */
    int submitting(String factory) throws IOException, InterruptedException {
        return Integer.parseInt(gateway(factory)[0]);
    }

    /** Messages that are stored and have not been accepted. */
    int waiting(String factory) throws IOException, InterruptedException {
        return Integer.parseInt(gateway(factory)[1]);
    }

    /** The same, as the adapter's administered object for operators tells. */
    int waitingByOperations() throws IOException, InterruptedException {
        return Integer.parseInt(ask(HttpRequest.newBuilder(at("?operations")).GET()));
    }

    /**
     * Branches of the adapter that wait for the server's transaction manager.
     *
     * @throws IOException also as long as the adapter has not read its outbox
     */
    int inDoubt() throws IOException, InterruptedException {
        return Integer.parseInt(ask(HttpRequest.newBuilder(at("")).GET()));
    }

    /** The application runs, and the adapter knows what is in its outbox. */
    boolean answers() throws InterruptedException {
        try {
            inDoubt();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private String[] gateway(String factory) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(at("?factory=" + encoded(factory))).GET())
                .split(" ");
    }

    private void post(String query) throws IOException, InterruptedException {
        ask(HttpRequest.newBuilder(at(query)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private URI at(String query) {
        return URI.create(application + "/check" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                HTTP.send(request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != OK) {
            throw new IOException("HTTP status " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
