package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.work.HintsContext;
import java.nio.file.Path;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.ra.SmppResourceAdapter;
import org.smppra.ra.container.InflowServer;
import org.smppra.ra.container.ServedAdapter;
import org.smppra.ra.container.StrictEndpoints;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.simulator.SimulatedHost;

/** What a correct adapter does, by the number of our checklist: recovery by activation specs, and transaction inflow. */
class RecoveryChecklistTest {
    @TempDir
    private Path directory;

    private InflowServer server;

    @BeforeEach
    void prepare() {
        server = new InflowServer(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Never activated, never validated, and with values that could not be activated. */
    private static ActivationSpec[] fresh() {
        SmppActivationSpec wrong = new SmppActivationSpec();
        wrong.setMaxConcurrency(-1);
        return new ActivationSpec[] {new SmppActivationSpec(), wrong};
    }

    @Test
    void item_49_fresh_specs_give_the_outbox_once_before_and_after_any_activation() throws Exception {
        server.start();
        XAResource[] before = server.adapter().getXAResources(fresh());
        assertThat(before).hasSize(1);
        StrictEndpoints bean = server.receipts();
        SmppActivationSpec active = server.activate(bean);
        XAResource[] during = server.adapter().getXAResources(new ActivationSpec[] {active});
        assertThat(during).hasSize(1);
        assertThat(server.adapter().getXAResources(null)).hasSize(1);
        assertThat(before[0].isSameRM(during[0])).isTrue();
    }

    @Test
    void item_49_what_is_in_doubt_is_found_by_them_duringno_host_is_there() throws Exception {
        server.start();
        server.simulator().hosts().forEach(SimulatedHost::stop);
        server.served().transactions().begin();
        server.served().connections("OUTBOX").getConnection().submit(ServedAdapter.message("in doubt"));
        server.served().transactions().crashPrepared();
        XAResource recovered = server.adapter().getXAResources(fresh())[0];
        var xids = recovered.recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN);
        assertThat(xids).hasSize(1);
        recovered.commit(xids[0], false);
        server.simulator().hosts().forEach(SimulatedHost::start);
        server.served().awaitTexts("in doubt");
    }

    @Test
    void item_49_there_is_none_before_the_start_after_the_stop_and_without_an_outbox() throws Exception {
        assertThat(server.adapter().getXAResources(fresh())).isEmpty();
        server.start();
        server.adapter().stop();
        assertThat(server.adapter().getXAResources(fresh())).isEmpty();
        SmppResourceAdapter none = server.served().configured();
        none.setOutboxDirectory(null);
        none.start(server.server());
        try {
            assertThat(none.getXAResources(fresh())).isEmpty();
        } finally {
            none.stop();
        }
    }

    /** The strict server finds fault with who asks for its XATerminator. */
    @Test
    void item_53_transaction_inflow_is_not_offered() throws Exception {
        server.start();
        StrictEndpoints bean = server.receipts();
        server.activate(bean);
        server.report("1");
        server.awaitAcknowledged(1);
        assertThat(server.server().contexts()).hasOnlyElementsOfType(HintsContext.class);
        assertThat(server.server().violations()).isEmpty();
    }
}
