package org.smppra.simulator.tool.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.smppra.simulator.tool.ToolProcess;
import org.smppra.simulator.tool.http.ApiClient.Reply;

class PageTest {
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
    void the_page_and_its_parts_are_served_from_here_and_from_nowhere_else() throws Exception {
        for (String path : new String[] {"/", "/page.css", "/page.js"}) {
            Reply reply = api.get(path);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body().replace("http://www.w3.org/2000/svg", ""))
                    .as(path)
                    .doesNotContain("http:", "https:", "//cdn");
        }
    }

    @Test
    void the_script_asks_only_for_what_the_api_has() throws Exception {
        String script = api.get("/page.js").body();
        var paths = Pattern.compile("'(GET|PUT|POST|DELETE)', '(/api[^']*)'")
                .matcher(script)
                .results()
                .toList();
        assertThat(paths).hasSizeGreaterThan(10);
        for (MatchResult path : paths) {
            String asked = path.group(2).endsWith("/") ? path.group(2) + "99" : path.group(2);
            Reply reply = api.call(path.group(1), asked, "{}");
            // Found: another parameter may be missing in this call.
            assertThat(reply.json().getOrDefault("error", "").toString())
                    .as(path.group())
                    .doesNotContain("there is nothing here");
            assertThat(reply.status()).as(path.group()).isNotEqualTo(405).isLessThan(500);
        }
    }

    @Test
    void what_clients_send_is_never_html() throws Exception {
        assertThat(api.get("/page.js").body())
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
    }
}
