package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.pdu.EnquireLink;
import org.smppra.simulator.behaviour.ActiveBehaviour;
import org.smppra.simulator.behaviour.Behaviour;
import org.smppra.simulator.behaviour.Behaviours;

/** Whom a bad day strikes, how often, and how it ends. */
class BehaviourScopeTest {
    private static final int FULL = 0x14;
    private static final Duration SOON = Duration.ofSeconds(30);

    private final MovableClock clock = new MovableClock();

    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.of(builder -> builder.clock(clock));

    private Behaviours behaviours() {
        return gateway.simulator().behaviours();
    }

    private static int status(TestClient client) throws IOException {
        return client.ask(TestClient.unreported()).status().value();
    }

    @Test
    void one_host_only() throws Exception {
        try (TestClient a = TestClient.transceiver(gateway.host("a"), "shop");
                TestClient b = TestClient.transceiver(gateway.host("b"), "shop")) {
            behaviours().switchOn("answer-status status=0x14 host=b");
            assertThat(status(a)).isZero();
            assertThat(status(b)).isEqualTo(FULL);
        }
    }

    @Test
    void one_account_only() throws Exception {
        try (TestClient shop = TestClient.transceiver(gateway.host("a"), "shop");
                TestClient other = TestClient.transceiver(gateway.host("a"), "other")) {
            behaviours().switchOn("answer-status status=0x14 systemId=shop");
            assertThat(status(other)).isZero();
            assertThat(status(shop)).isEqualTo(FULL);
        }
    }

    @Test
    void one_bind_only_by_where_it_comes_from() throws Exception {
        try (TestClient one = TestClient.transceiver(gateway.host("a"), "shop");
                TestClient two = TestClient.transceiver(gateway.host("a"), "shop")) {
            assertThat(gateway.host("a").binds()).extracting(BindView::remote).contains(two.remote());
            behaviours().switchOn("answer-status status=0x14 remote=" + two.remote());
            assertThat(status(one)).isZero();
            assertThat(status(two)).isEqualTo(FULL);
        }
    }

    @Test
    void one_bind_type_only() throws Exception {
        try (TestClient transmitter = TestClient.transmitter(gateway.host("a"), "shop");
                TestClient transceiver = TestClient.transceiver(gateway.host("a"), "shop")) {
            behaviours().switchOn("answer-status status=0x14 bindType=transmitter");
            assertThat(status(transceiver)).isZero();
            assertThat(status(transmitter)).isEqualTo(FULL);
        }
    }

    @Test
    void a_count_is_a_count_over_all_binds_then_good_manners() throws Exception {
        try (TestClient a = TestClient.transceiver(gateway.host("a"), "shop");
                TestClient b = TestClient.transceiver(gateway.host("b"), "shop")) {
            ActiveBehaviour full = behaviours().switchOn("answer-status status=0x14 count=3");
            assertThat(List.of(status(a), status(b), status(a))).containsOnly(FULL);
            assertThat(full.isOn()).isFalse();
            assertThat(List.of(status(a), status(b))).containsOnly(0);
            assertThat(full.struck()).isEqualTo(3);
            assertThat(gateway.simulator().await(() -> behaviours().ended().contains(full), SOON))
                    .isTrue();
            assertThat(behaviours().active()).isEmpty();
        }
    }

    @Test
    void a_time_is_a_time_by_the_simulators_clock() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            ActiveBehaviour full = behaviours().switchOn("answer-status status=0x14 for=30s");
            assertThat(status(client)).isEqualTo(FULL);
            clock.move(Duration.ofMillis(29_999));
            assertThat(status(client)).isEqualTo(FULL);
            clock.move(Duration.ofMillis(1));
            assertThat(status(client)).isZero();
            assertThat(full.isOn()).isFalse();
        }
    }

    @Test
    void a_time_sets_free_whom_it_holds() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            ActiveBehaviour stop = behaviours().switchOn("stop-reading for=1m");
            int number = client.send(new EnquireLink());
            assertThat(gateway.simulator().await(() -> stop.struck() == 1, SOON))
                    .isTrue();
            clock.move(Duration.ofMinutes(1));
            assertThat(client.read().sequenceNumber()).isEqualTo(number);
        }
    }

    @Test
    void every_third_occasion() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            behaviours().switchOn("answer-status status=0x14 every=3");
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                statuses.add(status(client));
            }
            assertThat(statuses).containsExactly(0, 0, FULL, 0, 0, FULL, 0);
        }
    }

    @Test
    void by_chance() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            ActiveBehaviour some = behaviours().switchOn("answer-status status=0x14 chance=30%");
            long refused = 0;
            for (int i = 0; i < 400; i++) {
                refused += status(client) == FULL ? 1 : 0;
            }
            assertThat(refused).isBetween(80L, 160L).isEqualTo(some.struck());
        }
    }

    @Test
    void all_that_is_on_is_listed_with_how_often_it_struck_and_can_be_switched_off() throws Exception {
        try (TestClient client = TestClient.transceiver(gateway.host("a"), "shop")) {
            ActiveBehaviour full =
                    behaviours().switchOn(Behaviour.named("answer-status").onHost("b"));
            ActiveBehaviour twice = behaviours().switchOn("answer-twice command=enquire_link");
            client.ask(new EnquireLink());
            client.read();
            assertThat(behaviours().active()).containsExactly(full, twice);
            assertThat(twice).hasToString("2: answer-twice command=enquire_link, struck 1 times");
            assertThat(full.since()).isEqualTo(clock.instant());
            assertThat(behaviours().switchOff(twice.id())).isTrue();
            assertThat(behaviours().switchOff(twice.id())).isFalse();
            assertThat(behaviours().switchOff("answer-status")).isEqualTo(1);
            assertThat(behaviours().active()).isEmpty();
            assertThat(behaviours().ended()).containsExactly(twice, full);
        }
    }

    @Test
    void one_may_be_on_from_the_start() throws Exception {
        try (Simulator bad = Simulator.builder()
                        .freePorts()
                        .behaviour("answer-status status=0x14")
                        .start();
                TestClient client = TestClient.transceiver(bad.host("a"), "shop")) {
            assertThat(status(client)).isEqualTo(FULL);
        }
    }
}
