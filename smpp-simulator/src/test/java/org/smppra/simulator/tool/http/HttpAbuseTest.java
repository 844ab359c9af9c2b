package org.smppra.simulator.tool.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smppra.simulator.tool.ToolProcess;

/** Nothing that comes in by HTTP ends in more than an answer. */
class HttpAbuseTest {
    private static final int REQUESTS = 300 * Integer.getInteger("smpp.test.scale", 1);
    private static final List<String> PIECES = List.of(
            "GET ",
            "POST ",
            "DELETE ",
            "/",
            "api",
            "/api/hosts/",
            "a",
            "/stop",
            "/api/behaviours",
            "/api/outcomes/",
            "/api/load",
            "/api/messages",
            "?limit=",
            "%",
            "%00",
            "..",
            " HTTP/1.1",
            "\r\n",
            "Host: localhost\r\n",
            "Content-Length: ",
            "7",
            "-1",
            "99999999999",
            "Transfer-Encoding: chunked\r\n",
            "Content-Type: application/json\r\n",
            "{",
            "}",
            "\"",
            "[",
            "]",
            ":",
            ",",
            "null",
            "1e999",
            "\"text\"",
            "\"seconds\"",
            "\"parameters\"",
            "\"systemId\"",
            "\0",
            "\u00ff");

    private static ToolProcess tool;
    private static ApiClient api;

    @BeforeAll
    static void start() throws Exception {
        tool = ToolProcess.start();
        api = new ApiClient(tool.url());
    }

    @AfterAll
    static void end() {
        tool.close();
    }

    @Test
    void random_requests_are_answered_or_refused_and_the_service_goes_on() throws Exception {
        Random random = new Random(4);
        URI uri = URI.create(tool.url());
        for (int i = 0; i < REQUESTS; i++) {
            StringBuilder octets = new StringBuilder();
            for (int n = random.nextInt(20); n >= 0; n--) {
                octets.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            // Whoever sends nonsense does not wait for an answer.
            try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
                socket.getOutputStream().write(octets.toString().getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(api.get("/api/status").status()).isEqualTo(200);
        assertThat(tool.output()).doesNotContain("Exception", "\tat ");
    }

    @Test
    void random_json_is_answered_without_a_defect() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < REQUESTS; i++) {
            StringBuilder body = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                body.append(PIECES.get(PIECES.indexOf("{") + random.nextInt(PIECES.size() - PIECES.indexOf("{"))));
            }
            String path = List.of("/api/behaviours", "/api/reports", "/api/messages", "/api/hosts/b/start")
                    .get(random.nextInt(4));
            assertThat(api.call("POST", path, body.toString()).status())
                    .as(path + " " + body)
                    .isBetween(200, 499);
        }
        assertThat(api.call("POST", "/api/reports", "[".repeat(30_000)).status())
                .isEqualTo(400);
        assertThat(api.call("POST", "/api/reports", "{\"tlvs\": " + "{\"a\":".repeat(10_000))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_client_that_never_ends_its_request_is_let_go_and_keeps_nobody_else_out() throws Exception {
        URI uri = URI.create(tool.url());
        Socket[] slow = new Socket[9];
        for (int i = 0; i < slow.length; i++) {
            slow[i] = new Socket(uri.getHost(), uri.getPort());
            slow[i].setSoTimeout(60_000);
            slow[i].getOutputStream()
                    .write("POST /api/load HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"
                            .getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThat(api.get("/api/status").status()).isEqualTo(200);
        for (Socket socket : slow) {
            assertThat(ended(socket)).isTrue();
            socket.close();
        }
    }

    private static boolean ended(Socket socket) {
        try {
            socket.getInputStream().readAllBytes();
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (java.io.IOException e) {
            return true;
        }
    }
}
