package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.DeliveryReceiptListener;
import org.smppra.SubmitResultListener;
import org.smppra.ra.container.DeliveryEnd;
import org.smppra.ra.container.InflowServer;
import org.smppra.ra.container.StrictEndpoints;
import org.smppra.ra.inbound.SmppActivationSpec;

/** Item 45 of our checklist where the server has transactions and gives no TransactionSynchronizationRegistry. */
class NoRegistryTest {
    @TempDir
    private Path directory;

    private InflowServer server;

    @BeforeEach
    void start() throws Exception {
        server = new InflowServer(directory);
        server.server().showRegistry(false);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static SmppActivationSpec named() {
        SmppActivationSpec spec = InflowServer.spec();
        spec.setAccount("default");
        return spec;
    }

    @Test
    void a_bean_with_a_transaction_is_refused_for_nobody_would_know_whether_that_commits() {
        StrictEndpoints receipts = server.receipts().tellingTheTruth();
        StrictEndpoints results = server.bean(SubmitResultListener.class).tellingTheTruth();
        assertThatThrownBy(() -> server.activate(receipts))
                .isInstanceOf(NotSupportedException.class)
                .hasMessageContaining(DeliveryReceiptListener.class.getName())
                .hasMessageContaining("NOT_SUPPORTED")
                .extracting(e -> ((ResourceException) e).getErrorCode())
                .isEqualTo("SMPP-203");
        assertThatThrownBy(() -> server.activate(receipts, named())).isInstanceOf(NotSupportedException.class);
        assertThatThrownBy(() -> server.activate(results)).isInstanceOf(NotSupportedException.class);
    }

    @Test
    void a_bean_without_a_transaction_is_active_and_its_return_acknowledges() throws Exception {
        StrictEndpoints bean =
                server.receipts().notTransacted().tellingTheTruth().ends(DeliveryEnd.BEAN_FAILS);
        server.activate(bean);
        server.report("1");
        server.awaitAcknowledged(1);
        assertThat(InflowServer.ids(bean)).containsExactly("1", "1");
    }

    @Test
    void a_registry_that_comes_later_is_asked_from_then_on() throws Exception {
        StrictEndpoints bean = server.receipts(); // says that it has no transaction, and has one
        server.activate(bean);
        server.report("1");
        server.awaitAcknowledged(1);
        server.server().showRegistry(true);
        bean.ends(DeliveryEnd.SILENT_ROLLBACK);
        server.report("2");
        server.awaitAcknowledged(2);
        assertThat(InflowServer.ids(bean)).containsExactly("1", "2", "2");
    }

    @Test
    void a_bean_that_was_refused_is_taken_when_the_registry_is_there() throws Exception {
        StrictEndpoints bean = server.receipts().tellingTheTruth();
        assertThatThrownBy(() -> server.activate(bean)).isInstanceOf(NotSupportedException.class);
        server.server().showRegistry(true);
        server.activate(bean);
        server.report("1");
        server.awaitAcknowledged(1);
        assertThat(InflowServer.ids(bean)).containsExactly("1");
    }
}
