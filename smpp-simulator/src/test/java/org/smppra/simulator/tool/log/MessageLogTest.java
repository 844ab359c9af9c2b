package org.smppra.simulator.tool.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.smppra.message.CommandStatus;

class MessageLogTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Output output = new Output(new PrintStream(written, true, StandardCharsets.UTF_8));

    private String said() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void numbers_are_masked_and_texts_hidden_by_default() {
        new MessageLog(output, new Content(false), false)
                .submitRefused(TestPdus.BIND, TestPdus.message("my secret"), CommandStatus.ESME_RINVDSTTON);
        assertThat(said()).contains("********78").contains("9 octets").doesNotContain("4512345678", "my secret");
    }

    @Test
    void show_content_shows_them_without_control_characters() {
        new MessageLog(output, new Content(true), false)
                .submitRefused(TestPdus.BIND, TestPdus.message("a\nb"), CommandStatus.ESME_RINVDSTTON);
        assertThat(said()).contains("4512345678").contains("\"a.b\"").doesNotContain("a\nb");
    }

    @Test
    void the_newest_lines_are_kept_for_the_page() {
        for (int i = 1; i <= 1000; i++) {
            output.say("line " + i);
        }
        assertThat(output.recent()).hasSize(200);
        assertThat(output.recent().get(0)).endsWith(" line 1000");
        assertThat(output.recent().get(199)).endsWith(" line 801");
    }
}
