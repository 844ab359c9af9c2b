package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SimulatorExtensionTest {
    private static final Set<Simulator> OF_CLASS = new HashSet<>();
    private static final Set<Simulator> OF_TESTS = new HashSet<>();

    @RegisterExtension
    static final SimulatorExtension SHARED = SimulatorExtension.onFreePorts();

    @RegisterExtension
    final SimulatorExtension own = SimulatorExtension.of(builder -> builder.account("shop", "secret"));

    private void look() {
        OF_CLASS.add(SHARED.simulator());
        OF_TESTS.add(own.simulator());
        assertThat(own.host("a").isListening()).isTrue();
        assertThat(SHARED.host("b").isListening()).isTrue();
        assertThat(own.host("a").port()).isNotEqualTo(SHARED.host("a").port());
    }

    @Test
    @Order(1)
    void each_test_has_a_gateway_of_its_own_in_an_instance_field() {
        look();
    }

    @Test
    @Order(2)
    void all_tests_share_one_in_a_static_field() {
        look();
        assertThat(OF_CLASS).hasSize(1);
        assertThat(OF_TESTS).hasSize(2);
        OF_TESTS.remove(own.simulator());
        assertThat(OF_TESTS).allSatisfy(earlier -> assertThat(earlier.host("a").isListening())
                .isFalse());
    }

    @Test
    @Order(3)
    void a_bad_day_of_one_test_leaves_the_shared_gateway() {
        SHARED.simulator().behaviours().switchOn("silent");
    }

    @Test
    @Order(4)
    void before_the_next_one_begins() {
        assertThat(SHARED.simulator().behaviours().ended()).hasSize(1);
        assertThat(SHARED.simulator().behaviours().active()).isEmpty();
    }

    @Nested
    class Inside {
        @Test
        void a_nested_class_uses_the_gateway_of_its_class() throws Exception {
            OF_CLASS.add(SHARED.simulator());
            assertThat(OF_CLASS).hasSize(1);
            assertThat(SHARED.simulator().await(() -> true, Duration.ZERO)).isTrue();
        }
    }
}
