package org.smppra.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.benchmark.client.Bind;
import org.smppra.benchmark.client.Client;
import org.smppra.benchmark.client.Clients;
import org.smppra.benchmark.load.Cells;
import org.smppra.benchmark.load.Tally;
import org.smppra.benchmark.responder.Certificate;
import org.smppra.benchmark.responder.Responder;
import org.smppra.benchmark.scenario.Contestant;
import org.smppra.benchmark.scenario.Load;
import org.smppra.benchmark.scenario.Scenario;
import org.smppra.benchmark.scenario.Scenarios;

/** Every contestant does what every kind of scenario asks, over real sockets, so that the benchmark does not rot. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContestantTest {
    private static final int OCTETS_OF_A_SUBMIT = 153;
    private static final int VIRTUAL_THREADS = 21;

    private final List<Responder> responders = new ArrayList<>();
    private final Logger log = Logger.getLogger("org.smppra");
    private Path certificate;

    @BeforeAll
    void start() throws Exception {
        log.setLevel(Level.WARNING); // each case binds anew
        certificate = Certificate.make();
        for (boolean tls : new boolean[] {false, false, true, true}) {
            responders.add(new Responder(tls ? Certificate.context(certificate) : null));
        }
    }

    @AfterAll
    void stop() throws Exception {
        for (Responder responder : responders) {
            responder.close();
        }
    }

    /** One scenario of each kind, with more than one request under way. */
    static Stream<Arguments> kinds() {
        record Kind(Load load, boolean tls, int hosts, boolean receipts) {}
        Set<Kind> seen = new HashSet<>();
        return Scenarios.all().stream()
                .filter(each -> each.size() > 1)
                .filter(each -> !each.isOnJdk25() || Runtime.version().feature() >= VIRTUAL_THREADS)
                .filter(each -> seen.add(new Kind(each.load(), each.tls(), each.hosts(), each.receipts())))
                .flatMap(scenario ->
                        scenario.contestants().stream().map(contestant -> Arguments.of(scenario.name(), contestant)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("kinds")
    void every_message_is_answered_with_an_id_of_its_own(String name, Contestant contestant) throws Exception {
        Scenario scenario = Scenarios.named(name);
        Set<String> ids = ConcurrentHashMap.newKeySet();
        Tally tally = new Tally(id -> id.matches("[0-9]{10}") && ids.add(id));
        long submits = sum(Responder::submits);
        long octets = sum(Responder::octets);
        long acknowledged = sum(Responder::acknowledged);

        try (Client client = Clients.connect(contestant, scenario, bind(scenario, tally))) {
            Cells.measure(client, scenario, tally, 20, 60);
        }

        boolean receiving = scenario.load() == Load.RECEIPTS_IN;
        submits = sum(Responder::submits) - submits;
        assertThat(tally.answers() + tally.receipts()).isPositive();
        assertThat(tally.wrong()).isZero();
        assertThat(submits).isEqualTo(receiving ? 1 : ids.size());
        assertThat(sum(Responder::octets) - octets).isEqualTo(submits * OCTETS_OF_A_SUBMIT);
        if (scenario.receipts()) {
            assertThat(tally.receipts()).isEqualTo(ids.size());
        }
        while ((scenario.receipts() || receiving) && sum(Responder::acknowledged) == acknowledged) {
            Thread.onSpinWait(); // what was acknowledged last may still be on its way
        }
    }

    private Bind bind(Scenario scenario, Tally tally) throws Exception {
        return new Hosts(
                        responders.get(0).port(),
                        responders.get(1).port(),
                        responders.get(2).port(),
                        responders.get(3).port(),
                        certificate.toString())
                .bind(scenario, tally::received);
    }

    private long sum(ToLongFunction<Responder> count) {
        return responders.stream().mapToLong(count).sum();
    }
}
