package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.simulator.Acknowledgement;
import org.smppra.simulator.StoredMessage;

/** A receipt is acknowledged after the bean's transaction committed, and not before. */
class ReceiveIT {
    @RegisterExtension
    static final ServerExtension SERVER = new ServerExtension();

    private static final String RAW =
            "id:4711 sub:001 dlvrd:001 submit date:2601010000 done date:2601010001 stat:DELIVRD err:000 text:kept";

    @Test
    void a_commit_acknowledges() throws Exception {
        SERVER.ship("delivered");
        SERVER.awaitReceipts("delivered");
        assertThat(SERVER.database().attempts("delivered")).containsExactly("1");
    }

    @Test
    void nothing_is_acknowledged_as_long_as_the_bean_is_at_work() throws Exception {
        try (Connection lock = SERVER.database().lockReceipts()) {
            SERVER.ship("held");
            Waiting.until("the bean is at its row", ServerExtension.PATIENCE, () -> SERVER.database()
                    .waits()
                    .contains("receipt"));
            assertThat(answers(id("held"))).isEmpty();
            assertThat(SERVER.simulator().reportsWaiting(Provider.ACCOUNT)).isEqualTo(1);
        }
        SERVER.awaitReceipts("held");
        assertThat(SERVER.database().attempts("held")).containsExactly("1");
        assertThat(answers(id("held"))).singleElement().matches(CommandStatus::isOk);
    }

    /** Each attempt but the last wrote its row, which the rollback took back. */
    @Test
    void a_rollback_delivers_again() throws Exception {
        SERVER.ship("throws");
        SERVER.ship("rolls-back");
        SERVER.awaitReceipts("throws", "rolls-back");
        assertThat(SERVER.database().attempts("throws")).containsExactly("3");
        assertThat(SERVER.database().attempts("rolls-back")).containsExactly("3");
    }

    @Test
    void nothing_is_acknowledged_without_the_bean() throws Exception {
        SERVER.tested().undeploy();
        try {
            SERVER.simulator().sendReport(Provider.ACCOUNT, RAW, Tlvs.empty());
            Waiting.until(
                    "the adapter refuses it, or receives no more",
                    ServerExtension.PATIENCE,
                    () -> answers(RAW).count() > 0 || !receives());
            assertThat(answers(RAW)).noneMatch(CommandStatus::isOk);
            assertThat(SERVER.simulator().reportsWaiting(Provider.ACCOUNT)).isEqualTo(1);
        } finally {
            SERVER.tested().deploy(Packaging.STANDALONE);
        }
        SERVER.awaitReceipts("kept");
    }

    private static Stream<CommandStatus> answers(String key) {
        return SERVER.simulator().acknowledgements().stream()
                .filter(each -> each.key().equals(key))
                .map(Acknowledgement::status);
    }

    private static String id(String reference) {
        return SERVER.messages().stream()
                .filter(each -> ServerExtension.reference(each).equals(reference))
                .map(StoredMessage::messageId)
                .findFirst()
                .orElseThrow();
    }

    private static boolean receives() {
        return SERVER.simulator().hosts().stream()
                .flatMap(host -> host.binds().stream())
                .anyMatch(bind -> bind.systemId().equals(Provider.ACCOUNT)
                        && bind.bindType().receives());
    }
}
