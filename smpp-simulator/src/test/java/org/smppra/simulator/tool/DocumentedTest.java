package org.smppra.simulator.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What docs/simulator.md shows does what it says. */
class DocumentedTest {
    private static final Path PAGE = Path.of("..", "docs", "simulator.md");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    /** The lines of all blocks of this kind. */
    private static List<String> lines(String kind) throws IOException {
        List<String> lines = new ArrayList<>();
        String block = "";
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("```")) {
                block = block.isEmpty() ? line.substring(3) + "." : "";
            } else if (block.equals(kind + ".")) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return words;
    }

    @Test
    void each_command_line_is_understood() throws Exception {
        List<String> commands = lines("sh").stream()
                .filter(line -> line.startsWith("java -jar smpp-simulator.jar"))
                .toList();
        assertThat(commands).hasSizeGreaterThan(5);
        for (String command : commands) {
            List<String> words = words(command);
            assertThatCode(() -> new CommandLine(new ToolOptions())
                            .parseArgs(words.subList(3, words.size()).toArray(String[]::new)))
                    .as(command)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void each_command_of_the_console_and_each_call_of_the_api_works(@TempDir Path directory) throws Exception {
        Path outcomes = directory.resolve("outcomes.txt");
        Files.write(
                outcomes,
                lines("text").stream()
                        .filter(line -> line.startsWith("#") || line.startsWith("+"))
                        .toList());
        try (ToolProcess tool =
                ToolProcess.start("--tls-port-a=0", "--outcomes=" + outcomes, "--account=shop:secret")) {
            List<String> calls = lines("sh").stream()
                    .filter(line -> line.startsWith("curl "))
                    .toList();
            assertThat(calls).hasSizeGreaterThan(9);
            for (String call : calls) {
                HttpResponse<String> response = HttpClient.newHttpClient()
                        .send(request(words(call), tool.url()), HttpResponse.BodyHandlers.ofString());
                assertThat(response.statusCode())
                        .as(call + "\n" + response.body())
                        .isBetween(200, 202);
            }
            // The maintenance that was asked for last must be over.
            tool.await(line -> line.contains(" a listens on "), 2);
            List<String> commands = lines("console");
            assertThat(commands).hasSizeGreaterThan(15);
            for (String command : commands) {
                tool.type(command);
            }
            tool.type("this is the end");
            tool.await(line -> line.contains("no command this"));
            for (String command : commands) {
                String name = command.split(" ")[0];
                assertThat(tool.output()).as(command).doesNotContain(" " + name + ": ", "no command " + name);
            }
        }
    }

    private static HttpRequest request(List<String> curl, String url) {
        String method = null;
        String body = null;
        String path = "";
        for (int i = 1; i < curl.size(); i++) {
            switch (curl.get(i)) {
                case "-X" -> method = curl.get(++i);
                case "--json" -> body = curl.get(++i);
                default -> path = URI.create(curl.get(i)).getRawPath();
            }
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return request.method(
                        method != null ? method : body != null ? "POST" : "GET",
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
