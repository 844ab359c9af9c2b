package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void the_last_is_closed_first_and_all_of_them_also_after_one_that_fails() {
        Opened opened = new Opened();
        opened.add(() -> closed.add("database"));
        opened.add(() -> {
            throw new IOException("proxy");
        });
        opened.add(() -> closed.add("server"));
        assertThatThrownBy(opened::close).hasMessage("proxy");
        assertThat(closed).containsExactly("server", "database");
    }

    @Test
    void what_was_handed_over_is_closed_by_its_new_owner() throws Exception {
        Opened later;
        try (Opened opened = new Opened()) {
            opened.add(() -> closed.add("server"));
            later = opened.handOver();
        }
        assertThat(closed).isEmpty();
        later.close();
        assertThat(closed).containsExactly("server");
    }
}
