package org.smppra.simulator.tool.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.DeliveryReceipt;
import org.smppra.ReceivedMessage;
import org.smppra.ShortMessage;
import org.smppra.engine.SmppClient;
import org.smppra.simulator.behaviour.BehaviourKind;
import org.smppra.simulator.tool.ToolProcess;
import org.smppra.simulator.tool.http.ApiClient.Reply;

class HttpApiTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static ToolProcess tool;
    private static ApiClient api;

    @BeforeAll
    static void start() throws Exception {
        tool = ToolProcess.start("--report-delay=0");
        api = new ApiClient(tool.url());
    }

    @AfterAll
    static void end() {
        tool.close();
    }

    private static Map<String, Object> host(Reply status, String name) {
        return status.list("hosts").stream()
                .filter(host -> name.equals(host.get("name")))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> account(Reply status, String systemId) {
        return status.list("accounts").stream()
                .filter(account -> systemId.equals(account.get("systemId")))
                .findFirst()
                .orElse(Map.of());
    }

    private static long total(Reply status, String count) {
        return ((Number) status.object("totals").get(count)).longValue();
    }

    @Test
    void status_shows_binds_messages_and_rates() throws Exception {
        BlockingQueue<DeliveryReceipt> receipts = new LinkedBlockingQueue<>();
        Reply before = api.get("/api/status");
        try (SmppClient client =
                tool.client("watched").onDeliveryReceipt(receipts::add).start()) {
            assertThat(client.awaitUsable(SOON)).isTrue();
            client.getConnection()
                    .submit(ShortMessage.to("4512345678")
                            .from("Shop")
                            .text("not to be seen")
                            .reference("r1")
                            .build());
            assertThat(receipts.poll(SOON.toSeconds(), TimeUnit.SECONDS)).isNotNull();
            Reply status = api.awaitStatus(now -> total(now, "acknowledged") > total(before, "acknowledged")
                    && account(now, "watched").get("binds").equals(2)
                    && ((Number) now.object("perSecond").get("submitted")).doubleValue() > 0);
            assertThat(status.list("binds"))
                    .filteredOn(bind -> bind.get("systemId").equals("watched"))
                    .extracting(bind -> bind.get("host"))
                    .containsExactlyInAnyOrder("a", "b");
            assertThat(total(status, "submitted")).isEqualTo(total(before, "submitted") + 1);
            assertThat(account(status, "watched"))
                    .containsEntry("reportsWaiting", 0)
                    .containsEntry("reportsDropped", 0);
            Reply messages = api.get("/api/messages?limit=1");
            assertThat(messages.list("messages")).singleElement().satisfies(message -> assertThat(message)
                    .containsEntry("to", "********78")
                    .containsEntry("systemId", "watched")
                    .containsEntry("octets", 14));
            assertThat(messages.body()).doesNotContain("4512345678", "not to be seen");
        }
    }

    @Test
    void a_host_is_stopped_and_started_again() throws Exception {
        assertThat(api.call("POST", "/api/hosts/b/stop", "{}").json()).containsEntry("state", "stopped");
        assertThat(host(api.get("/api/status"), "b")).containsEntry("state", "stopped");
        assertThat(api.call("POST", "/api/hosts/b/start", "").json()).containsEntry("state", "listening");
        assertThat(api.call("POST", "/api/hosts/b/kill", "").json()).containsEntry("state", "stopped");
        assertThat(api.call("POST", "/api/hosts/b/start", "").json()).containsEntry("state", "listening");
    }

    @Test
    void a_report_and_a_long_message_reach_the_client() throws Exception {
        BlockingQueue<DeliveryReceipt> receipts = new LinkedBlockingQueue<>();
        BlockingQueue<ReceivedMessage> messages = new LinkedBlockingQueue<>();
        try (SmppClient client = tool.client("reached")
                .onDeliveryReceipt(receipts::add)
                .onShortMessage(messages::add)
                .start()) {
            assertThat(client.awaitUsable(SOON)).isTrue();
            Reply report = api.call(
                    "POST",
                    "/api/reports",
                    """
                    {"systemId": "reached", "tlvs": {"0x0204": "77686f6c65"},
                     "text": "id:1390125333 sub:001 dlvrd:000 submit date:2011181054 done date:2011181054 stat:UNDELIV err:019 text:short"}
                    """);
            assertThat(report.status()).as(report.body()).isEqualTo(202);
            DeliveryReceipt receipt = receipts.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(receipt).isNotNull();
            assertThat(receipt.stateText()).isEqualTo("UNDELIV");
            assertThat(receipt.reference()).contains("whole");

            String text = "Smørrebrød. ".repeat(30);
            Reply sent = api.call(
                    "POST",
                    "/api/messages",
                    "{\"systemId\": \"reached\", \"from\": \"+45 87654321\", \"to\": \"1204\", \"text\": \"" + text
                            + "\"}");
            assertThat(sent.json()).containsEntry("parts", 3);
            ReceivedMessage message = messages.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(message).isNotNull();
            assertThat(message.text()).contains(text);
            assertThat(message.from().value()).isEqualTo("4587654321");
        }
    }

    @Test
    void load_flows_at_its_rate_until_it_is_switched_off() throws Exception {
        BlockingQueue<DeliveryReceipt> receipts = new LinkedBlockingQueue<>();
        BlockingQueue<ReceivedMessage> messages = new LinkedBlockingQueue<>();
        try (SmppClient client = tool.client("loaded")
                .onDeliveryReceipt(receipts::add)
                .onShortMessage(messages::add)
                .start()) {
            assertThat(client.awaitUsable(SOON)).isTrue();
            Reply on = api.call(
                    "PUT",
                    "/api/load",
                    "{\"reportsPerSecond\": 200, \"messagesPerSecond\": 50, \"systemId\": \"loaded\"}");
            assertThat(on.json()).containsEntry("on", true);
            for (int i = 0; i < 20; i++) {
                assertThat(receipts.poll(SOON.toSeconds(), TimeUnit.SECONDS)).isNotNull();
            }
            for (int i = 0; i < 5; i++) {
                assertThat(messages.poll(SOON.toSeconds(), TimeUnit.SECONDS)).isNotNull();
            }
            Reply off = api.call("DELETE", "/api/load", "");
            assertThat(off.json()).containsEntry("on", false);
            Object sent = api.get("/api/load").json().get("sent");
            api.awaitStatus(now -> account(now, "loaded").get("reportsWaiting").equals(0));
            assertThat(api.get("/api/load").json()).containsEntry("sent", sent);
        }
    }

    @Test
    void a_bad_day_is_switched_on_and_off() throws Exception {
        Reply text = api.call("POST", "/api/behaviours", "{\"text\": \"answer-late delay=2s systemId=nobody\"}");
        assertThat(text.status()).isEqualTo(201);
        Reply pieces = api.call(
                "POST",
                "/api/behaviours",
                "{\"name\": \"close\", \"parameters\": {\"count\": 1, \"systemId\": \"nobody\"}}");
        assertThat(pieces.json()).containsEntry("parameters", Map.of("count", "1", "systemId", "nobody"));
        assertThat(api.get("/api/status").list("behaviours"))
                .extracting(behaviour -> behaviour.get("id"))
                .contains(text.json().get("id"), pieces.json().get("id"));
        assertThat(api.call("DELETE", "/api/behaviours/" + text.json().get("id"), "")
                        .json())
                .containsEntry("switchedOff", 1);
        assertThat(api.call("DELETE", "/api/behaviours/close", "").json()).containsEntry("switchedOff", 1);
        Reply after = api.get("/api/behaviours");
        assertThat(after.list("active")).isEmpty();
        assertThat(after.list("ended")).last().extracting("name").isEqualTo("close");
    }

    @Test
    void the_catalogue_says_what_can_be_switched_on() throws Exception {
        List<Map<String, Object>> catalogue = api.get("/api/catalogue").list("behaviours");
        assertThat(catalogue).hasSameSizeAs(BehaviourKind.catalogue());
        assertThat(catalogue).allSatisfy(kind -> assertThat(kind)
                .containsKeys("name", "description", "ownParameters", "commonParameters"));
    }

    @Test
    void a_host_comes_back_from_maintenance_and_only_one_goes() throws Exception {
        Reply first = api.call("POST", "/api/hosts/a/maintenance", "{\"seconds\": 3}");
        assertThat(first.status()).isEqualTo(202);
        api.awaitStatus(status -> host(status, "a").get("state").equals("stopped"));
        Reply second = api.call("POST", "/api/hosts/b/maintenance", "{}");
        assertThat(second.status()).as(second.body()).isEqualTo(409);
        api.awaitStatus(status -> host(status, "a").get("state").equals("listening"));
    }

    @Test
    void an_outcome_is_set_and_taken_away() throws Exception {
        Reply set = api.call("PUT", "/api/outcomes/+4577", "{\"outcome\": \"EXPIRED:0x1002:delay=1s\"}");
        assertThat(set.object("outcomes")).containsEntry("4577", "EXPIRED:002:delay=1s");
        assertThat(api.call("DELETE", "/api/outcomes/4577", "").object("outcomes"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            POST   | /api/reports      | {"text": "x"}                                         | 400 | systemId
            POST   | /api/reports      | {"systemId": 5, "text": "x"}                          | 400 | systemId
            POST   | /api/reports      | {"systemId": "s", "text": "x", "tlvs": {"x": "y"}}    | 400 | tlvs
            POST   | /api/messages     | {"systemId": "s", "from": "1", "to": "2"}             | 400 | text
            POST   | /api/messages     | {"systemId": "s", "form": "1"}                        | 400 | form
            PUT    | /api/load         | {"reportsPerSecond": 1e9}                             | 400 | reportsPerSecond
            PUT    | /api/load         | {"reportsPerSecond": "many"}                          | 400 | reportsPerSecond
            PUT    | /api/load         | {"seconds": -1}                                       | 400 | seconds
            POST   | /api/hosts/c/stop | {}                                                    | 404 | host
            GET    | /api/messages?limit=0 | {}                                                | 400 | limit
            POST   | /api/hosts/a/maintenance | {"seconds": "x"}                               | 400 | seconds
            POST   | /api/behaviours   | {"text": "nothing"}                                   | 400 | text
            POST   | /api/behaviours   | {"name": "nothing"}                                   | 400 | name
            POST   | /api/behaviours   | {"name": "close", "parameters": {"host": "c"}}        | 400 | host
            DELETE | /api/behaviours/99 | {}                                                   | 404 | which
            PUT    | /api/outcomes/45  | {"outcome": "NO:1"}                                   | 400 | outcome
            PUT    | /api/outcomes/x   | {"outcome": "DELIVRD:000"}                            | 400 | prefix
            DELETE | /api/outcomes/99  | {}                                                    | 404 | prefix
            """)
    void an_error_names_the_parameter(String method, String path, String body, int status, String parameter)
            throws Exception {
        Reply reply = api.call(method, path, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.json()).containsEntry("parameter", parameter).containsKey("error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            POST   | /api/reports  | no json    | 400
            POST   | /api/reports  | [1,2]      | 400
            POST   | /api/reports  | null       | 400
            GET    | /nowhere      | {}         | 404
            DELETE | /api/status   | {}         | 405
            GET    | /api/%zz      | {}         | 400
            """)
    void nonsense_is_answered_in_words(String method, String path, String body, int status) throws Exception {
        // java.net.URI refuses some of it, so it is written octet by octet.
        String answer = RawHttp.send(
                tool.url(),
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void a_body_that_is_too_long_is_refused() throws Exception {
        assertThat(api.call("POST", "/api/reports", "{\"text\": \"" + "x".repeat(Request.MOST_OCTETS) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void a_form_of_another_site_changes_nothing() throws Exception {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("{}");
        Reply form = api.send(api.request("/api/hosts/a/stop")
                .header("Content-Type", "text/plain")
                .POST(body)
                .build());
        assertThat(form.status()).isEqualTo(415);
        Reply script = api.send(api.request("/api/hosts/a/stop")
                .header("Content-Type", "application/json")
                .header("Origin", "http://evil.example")
                .POST(body)
                .build());
        assertThat(script.status()).isEqualTo(403);
        assertThat(api.get("/api/hosts/a/stop").status()).isEqualTo(405);
        assertThat(host(api.get("/api/status"), "a")).containsEntry("state", "listening");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:8025, 200",
        "127.0.0.1:1, 200",
        "[::1]:8025, 200",
        "evil.example, 403",
        "127.0.0.1.evil.example, 403",
        "'', 403"
    })
    void a_foreign_name_that_points_here_is_refused(String host, int status) throws Exception {
        String answer =
                RawHttp.send(tool.url(), "GET /api/status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    }
}
