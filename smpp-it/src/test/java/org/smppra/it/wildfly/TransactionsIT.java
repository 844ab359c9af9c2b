package org.smppra.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.Test;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.simulator.Acknowledgement;
import org.smppra.simulator.SimulatedHost;

/** Messages, reports and rows of a database in container transactions. */
class TransactionsIT extends WildFlyTest {
    private static final String ROLLING_BACK = "rolling-back";
    private static final String OPERATING = "operating";

    @Deployment(name = ROLLING_BACK, managed = false, testable = false)
    static JavaArchive rollingBack() {
        return ShrinkWrap.create(JavaArchive.class, "rolling-back.jar")
                .addClass(RollingBackReceipts.class)
                .addAsManifestResource("rolling-back/jboss-ejb3.xml", "jboss-ejb3.xml")
                .setManifest(new StringAsset("Dependencies: deployment.smpp-ra.rar\n"));
    }

    @Deployment(name = OPERATING, managed = false, testable = false)
    static JavaArchive operating() {
        return ShrinkWrap.create(JavaArchive.class, "operating.jar")
                .addClass(OperationsAtStart.class)
                .setManifest(new StringAsset("Dependencies: deployment.smpp-ra.rar\n"));
    }

    private int ship(String number, String to) throws Exception {
        return sample.post("api/orders", "{\"number\":\"" + number + "\",\"to\":\"" + to + "\"}")
                .status();
    }

    private SampleClient.Reply lookUp(String number) throws Exception {
        return sample.get("api/orders/" + number);
    }

    private void awaitAnnounced(String number) throws Exception {
        Waiting.until(
                "order " + number + " is announced",
                Duration.ofSeconds(30),
                () -> lookUp(number).body().getString("announcement").equals("ACCEPTED"));
    }

    @Test
    void an_order_and_its_message_are_one_transaction() throws Exception {
        deploy(Map.of());
        awaitBound(simulator.host("a"), simulator.host("b"));
        assertThat(ship("1", "4512345678")).isEqualTo(204);
        assertThat(ship("2", "not a number")).isEqualTo(400);
        assertThat(ship("1", "4512345679"))
                .as("the row fails in the commit, after submit returned")
                .isGreaterThanOrEqualTo(400);
        awaitAnnounced("1");

        assertThat(lookUp("2").status()).isEqualTo(404);
        assertThat(simulator.messages())
                .extracting(stored -> stored.submitSm().destination().value())
                .containsExactly("4512345678");
        assertThat(lookUp("1").body().getString("messageId"))
                .isEqualTo(simulator.messages().get(0).messageId());
    }

    @Test
    void an_order_is_shipped_while_both_hosts_are_down_and_its_message_leaves_when_one_is_back() throws Exception {
        deploy(Map.of());
        awaitBound(simulator.host("a"), simulator.host("b"));
        simulator.hosts().forEach(SimulatedHost::stop);
        assertThat(ship("3", "4512345678")).isEqualTo(204);
        assertThat(lookUp("3").body().getString("announcement")).isEqualTo("WAITING");
        simulator.host("b").start();
        awaitAnnounced("3");
        assertThat(simulator.messageCount()).isEqualTo(1);
    }

    @Test
    void an_application_pauses_the_gateway_by_the_administered_object_also_for_the_next_one() throws Exception {
        deploy(Map.of(), OPERATING);
        undeploy();
        deploy(Map.of());
        awaitBound(simulator.host("a"), simulator.host("b"));
        assertThat(ship("4", "4512345678")).isEqualTo(204);
        assertThat(sample.post("4512345678", "Shop", "hello", null).status()).isEqualTo(503);
        assertThat(lookUp("4").body().getString("announcement")).isEqualTo("WAITING");
        assertThat(simulator.messageCount()).isZero();
    }

    /** What WildFly does silently: afterDelivery returns as after a commit. */
    @Test
    void a_report_whose_transaction_is_marked_for_rollback_is_not_acknowledged_and_others_go_on() throws Exception {
        deploy(Map.of("deliverAnswerTimeoutMillis", "1500"), ROLLING_BACK);
        simulator.sendReport("shop", "id:" + RollingBackReceipts.NEVER + " stat:DELIVRD", Tlvs.empty());
        simulator.sendReport("shop", "id:1 stat:DELIVRD", Tlvs.empty());

        assertThat(simulator.await(
                        () -> statuses().contains(CommandStatus.ESME_ROK)
                                && statuses().contains(CommandStatus.ESME_RX_T_APPN),
                        Duration.ofSeconds(30)))
                .isTrue();
        assertThat(statuses().stream().filter(CommandStatus::isOk)).hasSize(1);
        assertThat(simulator.reportsWaiting("shop")).isEqualTo(1);
    }

    private List<CommandStatus> statuses() {
        return simulator.acknowledgements().stream()
                .map(Acknowledgement::status)
                .toList();
    }
}
