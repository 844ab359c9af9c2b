package org.smppra.simulator.tool.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Calls the API as a program would. */
final class ApiClient {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    ApiClient(String url) {
        this.url = url;
    }

    record Reply(int status, Map<String, Object> json, String body) {
        @SuppressWarnings("unchecked")
        Map<String, Object> object(String name) {
            return (Map<String, Object>) json.get(name);
        }

        @SuppressWarnings("unchecked")
        List<Map<String, Object>> list(String name) {
            return (List<Map<String, Object>>) json.get(name);
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(SOON);
    }

    Reply send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        boolean json = response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        return new Reply(response.statusCode(), json ? JSON.std.mapFrom(response.body()) : Map.of(), response.body());
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    Reply call(String method, String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Asks until the status is so: the tool counts once a second. */
    Reply awaitStatus(Predicate<Reply> wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        Reply status = get("/api/status");
        while (!wanted.test(status)) {
            assertThat(System.nanoTime()).as("in time: " + status.body).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            status = get("/api/status");
        }
        return status;
    }
}
