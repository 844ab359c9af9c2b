package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sample application, as it is. */
class SampleIT {
    @RegisterExtension
    static final ServerExtension SERVER = new ServerExtension();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void deploy() throws Exception {
        SERVER.tested().undeploy();
        Path sample = Path.of(System.getProperty("servers.sample"));
        SERVER.server().deploy(ShrinkWrap.createFromZipFile(EnterpriseArchive.class, sample.toFile()));
    }

    @AfterAll
    static void undeploy() throws Exception {
        SERVER.server().undeploy("sample-ear.ear");
        SERVER.tested().deploy(Packaging.STANDALONE);
    }

    @Test
    void a_message_has_its_report() throws Exception {
        HttpResponse<String> sent = post("messages", "{\"to\":\"4512345678\",\"from\":\"Shop\",\"text\":\"Hello\"}");
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        String id = sent.body().replaceFirst(".*\"submissionId\":\"([^\"]+)\".*", "$1");

        Waiting.until("the report is there", ServerExtension.PATIENCE, () -> get("messages/" + id)
                .body()
                .contains("DELIVERED"));
    }

    @Test
    void an_order_and_its_message_share_a_transaction() throws Exception {
        HttpResponse<String> shipped = post("orders", "{\"number\":\"4711\",\"to\":\"4512345678\"}");
        assertThat(shipped.statusCode()).as(shipped.body()).isEqualTo(204);
        SERVER.awaitSent("4711");

        assertThat(post("orders", "{\"number\":\"4712\",\"to\":\"12x\"}").statusCode())
                .isEqualTo(400);
        assertThat(get("orders/4712").statusCode()).isEqualTo(404);
        assertThat(get("orders/4711").statusCode()).isEqualTo(200);
    }

    @Test
    void the_page_is_there() throws Exception {
        assertThat(HTTP.send(
                                request(SERVER.server().address().resolve("/sample/"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("<form");
    }

    private static HttpResponse<String> post(String path, String json) throws Exception {
        return HTTP.send(
                request(at(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(request(at(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(ServerExtension.PATIENCE);
    }

    private static URI at(String path) {
        return SERVER.server().address().resolve("/sample/api/" + path);
    }
}
