package org.smppra.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.benchmark.scenario.Contestant.CLOUDHOPPER;
import static org.smppra.benchmark.scenario.Contestant.GATEWAY;
import static org.smppra.benchmark.scenario.Contestant.JSMPP;
import static org.smppra.benchmark.scenario.Contestant.LIMIT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smppra.benchmark.load.Cell;
import org.smppra.benchmark.report.Target.Against;
import org.smppra.benchmark.report.Target.Measure;
import org.smppra.benchmark.scenario.Contestant;
import org.smppra.benchmark.scenario.Scenario;
import org.smppra.benchmark.scenario.Scenarios;

class TargetsTest {
    private final Scenario scenario = Scenarios.named("callers-1");
    private final Results results = new Results();

    private void rates(Contestant contestant, long... rates) {
        for (int i = 0; i < rates.length; i++) {
            results.add(i + 1, scenario, contestant, new Cell(rates[i], 0, 1_000_000_000, 10, rates[i], 30, 50, 60));
        }
    }

    private static Target target(Measure measure, Against against, double bound) {
        return new Target("", "callers-1", GATEWAY, measure, against, bound);
    }

    @Test
    void a_ratio_is_the_median_of_the_ratios_of_each_round() {
        rates(GATEWAY, 100, 400, 900);
        rates(LIMIT, 200, 400, 300);

        assertThat(results.ratios("callers-1", GATEWAY, LIMIT, Cell::rate)).isEqualTo(new Spread(0.5, 1, 3));
    }

    @Test
    void a_round_in_which_one_failed_counts_for_neither() {
        rates(GATEWAY, 100, 400);
        results.add(2, scenario, LIMIT, new Cell(100, 0, 1_000_000_000, 10, 20, 30, 50, 60));

        assertThat(results.ratios("callers-1", GATEWAY, LIMIT, Cell::rate)).isEqualTo(new Spread(4, 4, 4));
    }

    @Test
    void the_better_peer_counts_for_what_shall_be_high_and_for_what_shall_be_low() {
        rates(GATEWAY, 100);
        rates(JSMPP, 20);
        rates(CLOUDHOPPER, 50);

        assertThat(target(Measure.RATE, Against.PEERS, 3).reached(results)).isEqualTo(2);
        assertThat(target(Measure.P99, Against.PEERS, 3).reached(results)).isEqualTo(5);
    }

    @Test
    void a_target_is_met_at_its_bound() {
        Target high = target(Measure.RATE, Against.PEERS, 2);
        Target low = target(Measure.CPU, Against.PEERS, 2);

        assertThat(high.isMet(2)).isTrue();
        assertThat(high.isMet(1.9)).isFalse();
        assertThat(low.isMet(2)).isTrue();
        assertThat(low.isMet(2.1)).isFalse();
    }

    @Test
    void what_was_not_measured_is_neither_met_nor_missed() {
        assertThat(Targets.text(results)).contains("not measured").doesNotContain("yes", "**no**");
    }

    @Test
    void every_target_is_about_rows_that_are_measured() {
        assertThat(Targets.all()).allSatisfy(target -> {
            List<Contestant> rows = Scenarios.named(target.scenario()).contestants();
            assertThat(rows)
                    .contains(target.ours())
                    .containsAll(target.against().others());
        });
    }
}
