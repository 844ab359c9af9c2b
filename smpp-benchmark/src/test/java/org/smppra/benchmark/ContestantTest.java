package org.smppra.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContestantTest {
    private static final int OCTETS_OF_A_SUBMIT = 153;

    @ParameterizedTest
    @EnumSource
    void every_message_is_answered_with_an_id_of_its_own(Contestant contestant) throws Exception {
        List<String> ids = new ArrayList<>();
        try (Responder responder = new Responder()) {
            try (Client client = contestant.connect(responder.port())) {
                ids.addAll(submit(client, client.fit(new Shape(4, 1)), 50));
                ids.addAll(submit(client, client.fit(new Shape(1, 100)), 2));
            }
            assertThat(responder.answered()).isEqualTo(ids.size());
            assertThat(responder.octets()).isEqualTo((long) ids.size() * OCTETS_OF_A_SUBMIT);
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(400).allMatch(id -> id.matches("[0-9]{10}"));
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    }

    private static List<String> submit(Client client, Shape shape, int times) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(shape.callers());
        try {
            List<Future<List<String>>> results = new ArrayList<>();
            for (int i = 0; i < shape.callers() * times; i++) {
                results.add(callers.submit(() -> client.submitAll(shape.batch())));
            }
            List<String> ids = new ArrayList<>();
            for (Future<List<String>> result : results) {
                ids.addAll(result.get());
            }
            return ids;
        } finally {
            callers.shutdownNow();
        }
    }
}
