package org.smppra.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smppra.simulator.SimulatorBuilder;

/** Deployment with the hosts down, undeployment, wrong credentials. */
class LifecycleIT extends WildFlyTest {
    @Override
    SimulatorBuilder configure(SimulatorBuilder builder) {
        return builder.account("shop", "secret");
    }

    @Test
    void deploys_while_both_hosts_are_down_and_works_as_soon_as_one_is_up() throws Exception {
        simulator.host("a").stop();
        simulator.host("b").stop();
        deploy(Map.of());

        SampleClient.Reply refused = sample.post("4512345678", "Shop", "hello", null);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body().getString("message")).contains("no host is bound");
        assertThat(sample.get("api/gateway").body().getBoolean("usable")).isFalse();

        simulator.host("b").start();
        awaitBound(simulator.host("b"));
        assertThat(sample.post("4512345678", "Shop", "hello", null).status()).isEqualTo(202);
    }

    @Test
    void undeployment_ends_every_thread_and_socket_of_the_adapter() throws Exception {
        deploy(Map.of());
        awaitBound(simulator.host("a"), simulator.host("b"));
        assertThat(sample.post("4512345678", "Shop", "hello", null).status()).isEqualTo(202);
        assertThat(server.threads()).containsPattern("(?m)^smpp-");

        undeploy();

        assertThat(simulator.await(
                        () -> simulator.hosts().stream().allMatch(host -> host.connections() == 0),
                        Duration.ofSeconds(10)))
                .isTrue();
        Waiting.until("no thread is left", Duration.ofSeconds(10), () -> !server.threads()
                .lines()
                .anyMatch(name -> name.startsWith("smpp-")));
    }

    @Test
    void redeployment_works_again() throws Exception {
        for (int i = 0; i < 3; i++) {
            deploy(Map.of());
            awaitBound(simulator.host("a"), simulator.host("b"));
            assertThat(sample.post("4512345678", "Shop", "hello", null).status())
                    .isEqualTo(202);
            undeploy();
        }
        assertThat(simulator.messageCount()).isEqualTo(3);
    }

    @Test
    void a_wrong_password_is_said_clearly_and_tried_again_only_slowly() throws Exception {
        deploy(Map.of("password", "wrong", "reconnectMaxDelayMillis", "30000"));

        assertThat(simulator.await(() -> simulator.bindAttempts() >= 2, Duration.ofSeconds(20)))
                .isTrue();
        assertThat(simulator.await(() -> simulator.bindAttempts() > 2, Duration.ofSeconds(5)))
                .as("more attempts than one a host")
                .isFalse();
        assertThat(server.log())
                .containsPattern("ERROR.*SMPP-104 account default: "
                        + simulator.host("a").address()
                        + " refused the bind with ESME_RINVPASWD \\(0x0E\\); check systemId, password")
                .doesNotContain("wrong");
        assertThat(sample.get("api/gateway").body().toString()).contains("ESME_RINVPASWD");
        assertThat(sample.post("4512345678", "Shop", "hello", null).status()).isEqualTo(503);
    }

    @Test
    void a_setting_that_cannot_be_is_named_at_deployment() throws Exception {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> deploy(Map.of("windowSize", "0"))))
                .isNotNull();
        assertThat(server.log()).contains("windowSize: 0 is outside 1 to 65536");
        assertThat(simulator.bindAttempts()).isZero();
    }
}
