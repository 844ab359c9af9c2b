package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.smppra.ra.container.ServedAdapter.message;

import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.LocalTransactionException;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.SmppConnection;
import org.smppra.ra.container.ServedAdapter;
import org.smppra.ra.container.StrictContainer;
import org.smppra.ra.container.TinyTransactions;
import org.smppra.ra.container.TinyXid;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.ra.outbound.SmppManagedConnectionFactory;
import org.smppra.simulator.SimulatedHost;

/** What a correct adapter does, by the number of our checklist: Jakarta Connectors "Transaction Management". */
class TransactionChecklistTest {
    private static final Xid ONE = new TinyXid(1, 0);
    private static final Xid TWO = new TinyXid(2, 0);

    @TempDir
    private Path directory;

    private ServedAdapter server;
    private TinyTransactions transactions;
    private SmppManagedConnectionFactory factory;

    @BeforeEach
    void start() throws Exception {
        server = new ServedAdapter(directory).start();
        transactions = server.transactions();
        factory = server.factory("OUTBOX");
        factory.createConnectionFactory(server.container());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static int code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(XAException.class, call).errorCode;
    }

    private ManagedConnection managed() throws Exception {
        return factory.createManagedConnection(null, null);
    }

    private static SmppConnection handle(ManagedConnection managed) throws Exception {
        return (SmppConnection) managed.getConnection(null, null);
    }

    private XAResource recovering() {
        return server.adapter().getXAResources(new SmppActivationSpec[] {new SmppActivationSpec()})[0];
    }

    /** A transaction that was prepared with this text, through a connection that is gone. */
    private void prepared(Xid xid, String text) throws Exception {
        ManagedConnection managed = managed();
        XAResource resource = managed.getXAResource();
        resource.start(xid, XAResource.TMNOFLAGS);
        handle(managed).submit(message(text));
        resource.end(xid, XAResource.TMSUCCESS);
        assertThat(resource.prepare(xid)).isEqualTo(XAResource.XA_OK);
        managed.destroy();
    }

    @Test
    void item_27_XATransaction_has_both_contracts_and_NoTransaction_neither() throws Exception {
        assertThat(factory.getTransactionSupport()).isEqualTo(TransactionSupportLevel.XATransaction);
        assertThat(managed().getXAResource()).isNotNull();
        assertThat(managed().getLocalTransaction()).isNotNull();
        for (String mode : new String[] {"DIRECT", "ON_COMMIT"}) {
            SmppManagedConnectionFactory other = server.factory(mode);
            assertThat(other.getTransactionSupport()).isEqualTo(TransactionSupportLevel.NoTransaction);
            ManagedConnection none = other.createManagedConnection(null, null);
            assertThatThrownBy(none::getXAResource).isInstanceOf(NotSupportedException.class);
            assertThatThrownBy(none::getLocalTransaction).isInstanceOf(NotSupportedException.class);
        }
        assertThat(Files.readString(Path.of("src/main/rar/META-INF/ra.xml")))
                .contains("<transaction-support>XATransaction</transaction-support>");
    }

    @Test
    void item_28_the_resource_is_one_a_connection_and_the_state_is_in_none_of_them() throws Exception {
        ManagedConnection one = managed();
        ManagedConnection other = managed();
        XAResource resource = one.getXAResource();
        assertThat(one.getXAResource()).isSameAs(resource);
        assertThat(other.getXAResource()).isNotSameAs(resource);
        assertThat(resource.isSameRM(other.getXAResource())).isTrue();
        assertThat(resource.isSameRM(recovering())).isTrue();

        resource.start(ONE, XAResource.TMNOFLAGS);
        handle(one).submit(message("by one"));
        other.getXAResource().start(ONE, XAResource.TMJOIN);
        handle(other).submit(message("by the other"));
        resource.end(ONE, XAResource.TMSUCCESS);
        other.getXAResource().end(ONE, XAResource.TMSUCCESS);
        one.cleanup();
        one.destroy();
        assertThat(other.getXAResource().prepare(ONE)).isEqualTo(XAResource.XA_OK);
        recovering().commit(ONE, false);
        server.awaitTexts("by one", "by the other");
    }

    @Test
    void item_28_resources_of_two_adapters_are_not_the_same_manager(@TempDir Path elsewhere) throws Exception {
        try (ServedAdapter another = new ServedAdapter(elsewhere).start()) {
            XAResource theirs = another.factory("OUTBOX")
                    .createManagedConnection(null, null)
                    .getXAResource();
            assertThat(managed().getXAResource().isSameRM(theirs)).isFalse();
            assertThat(recovering().isSameRM(theirs)).isFalse();
        }
    }

    @Test
    void item_29_wrong_order_and_unknown_branches_have_the_specifications_codes() throws Exception {
        ManagedConnection managed = managed();
        XAResource resource = managed.getXAResource();
        resource.start(ONE, XAResource.TMNOFLAGS);
        assertThat(code(() -> resource.start(ONE, XAResource.TMNOFLAGS))).isEqualTo(XAException.XAER_DUPID);
        assertThat(code(() -> resource.start(TWO, XAResource.TMNOFLAGS))).isEqualTo(XAException.XAER_PROTO);
        assertThat(code(() -> resource.prepare(ONE))).isEqualTo(XAException.XAER_PROTO);
        assertThat(code(() -> resource.start(TWO, XAResource.TMJOIN))).isEqualTo(XAException.XAER_NOTA);
        assertThat(code(() -> resource.start(ONE, XAResource.TMFAIL))).isEqualTo(XAException.XAER_INVAL);
        resource.end(ONE, XAResource.TMSUCCESS);
        assertThat(code(() -> resource.commit(ONE, false))).isEqualTo(XAException.XAER_PROTO);
        assertThat(code(() -> resource.end(TWO, XAResource.TMSUCCESS))).isEqualTo(XAException.XAER_NOTA);
        assertThat(code(() -> resource.forget(TWO))).isEqualTo(XAException.XAER_NOTA);
        resource.rollback(ONE);
        assertThat(code(() -> resource.rollback(ONE))).isEqualTo(XAException.XAER_NOTA);
    }

    @Test
    void item_29_what_is_submitted_while_a_branch_is_suspended_is_not_in_it() throws Exception {
        ManagedConnection managed = managed();
        XAResource resource = managed.getXAResource();
        SmppConnection handle = handle(managed);
        resource.start(ONE, XAResource.TMNOFLAGS);
        handle.submit(message("of one"));
        resource.end(ONE, XAResource.TMSUSPEND);
        resource.start(TWO, XAResource.TMNOFLAGS);
        handle.submit(message("of two"));
        resource.end(TWO, XAResource.TMSUCCESS);
        handle.submit(message("of none"));
        resource.start(ONE, XAResource.TMRESUME);
        handle.submit(message("of one again"));
        resource.end(ONE, XAResource.TMSUCCESS);
        resource.rollback(TWO);
        resource.commit(ONE, true);
        server.awaitTexts("of one", "of none", "of one again");
    }

    @Test
    void item_29_a_timeout_that_the_server_sets_changes_nothing() throws Exception {
        XAResource resource = managed().getXAResource();
        assertThat(resource.setTransactionTimeout(300)).isFalse(); // as WildFly does, twice
        assertThat(resource.setTransactionTimeout(0)).isFalse();
        assertThat(resource.getTransactionTimeout()).isZero();
        assertThat(code(() -> resource.setTransactionTimeout(-1))).isEqualTo(XAException.XAER_INVAL);
    }

    @Test
    void item_30_prepared_is_on_disk_and_an_empty_branch_is_read_only() throws Exception {
        XAResource resource = managed().getXAResource();
        resource.start(TWO, XAResource.TMNOFLAGS);
        resource.end(TWO, XAResource.TMSUCCESS);
        assertThat(resource.prepare(TWO)).isEqualTo(XAResource.XA_RDONLY);
        assertThat(code(() -> resource.commit(TWO, false))).isEqualTo(XAException.XAER_NOTA);

        prepared(ONE, "prepared");
        server.startAgain();
        assertThat(recovered()).containsExactly(ONE);
        recovering().commit(ONE, false);
        server.awaitTexts("prepared");
    }

    private Xid[] recovered() throws Exception {
        server.await("the outbox is open", () -> server.adapter().openOutbox() != null);
        Xid[] all = recovering().recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN);
        Xid[] comparable = new Xid[all.length];
        for (int i = 0; i < all.length; i++) {
            comparable[i] = new TinyXid(
                    java.nio.ByteBuffer.wrap(all[i].getGlobalTransactionId()).getLong(),
                    java.nio.ByteBuffer.wrap(all[i].getBranchQualifier()).getInt());
            assertThat(all[i].getFormatId()).isEqualTo(ONE.getFormatId());
        }
        return comparable;
    }

    @Test
    void item_30_one_phase_needs_no_prepare() throws Exception {
        ManagedConnection managed = managed();
        managed.getXAResource().start(ONE, XAResource.TMNOFLAGS);
        handle(managed).submit(message("one phase"));
        managed.getXAResource().end(ONE, XAResource.TMSUCCESS);
        managed.getXAResource().commit(ONE, true);
        server.awaitTexts("one phase");
    }

    @Test
    void item_31_recover_lists_the_prepared_the_same_way_each_time_and_begins_with_its_start_flag() throws Exception {
        prepared(ONE, "one");
        prepared(TWO, "two");
        for (int i = 0; i < 2; i++) {
            assertThat(recovered()).containsExactlyInAnyOrder(ONE, TWO);
        }
        XAResource resource = recovering();
        assertThat(resource.recover(XAResource.TMSTARTRSCAN)).hasSize(2);
        assertThat(resource.recover(XAResource.TMNOFLAGS)).isEmpty();
        assertThat(resource.recover(XAResource.TMENDRSCAN)).isEmpty();
        resource.rollback(ONE);
        resource.commit(TWO, false);
        assertThat(recovered()).isEmpty();
        server.awaitTexts("two");
    }

    @Test
    void item_31_forget_drops_only_what_an_operator_decided() throws Exception {
        prepared(ONE, "decided by an operator");
        assertThat(code(() -> recovering().forget(ONE))).isEqualTo(XAException.XAER_PROTO);
        var branches = server.adapter().openOutbox().xa();
        assertThat(branches.decide(branches.inDoubt().get(0).id(), true)).isTrue();
        server.awaitTexts("decided by an operator");
        assertThat(recovered()).containsExactly(ONE);
        assertThat(code(() -> recovering().rollback(ONE))).isEqualTo(XAException.XA_HEURCOM);
        recovering().forget(ONE);
        assertThat(recovered()).isEmpty();
    }

    @Test
    void item_31_recovery_works_with_fresh_specs_no_specs_and_all_hosts_down() throws Exception {
        prepared(ONE, "in doubt");
        server.simulator().hosts().forEach(SimulatedHost::kill);
        server.startAgain();
        assertThat(recovered()).containsExactly(ONE);
        assertThat(server.adapter().getXAResources(null)).hasSize(1);
        assertThat(server.adapter().getXAResources(new SmppActivationSpec[0])).hasSize(1);
        recovering().commit(ONE, false);
        assertThat(recovered()).isEmpty();
        server.simulator().hosts().forEach(SimulatedHost::start);
        server.awaitTexts("in doubt");
    }

    @Test
    void item_31_the_adapters_resources_never_fail_and_say_try_again_while_there_is_no_outbox() throws Exception {
        assertThat(new org.smppra.ra.SmppResourceAdapter().getXAResources(null)).isEmpty();
        XAResource resource = recovering();
        server.stop();
        assertThat(code(() -> resource.recover(XAResource.TMSTARTRSCAN))).isEqualTo(XAException.XAER_RMFAIL);
        assertThat(code(() -> resource.commit(ONE, false))).isEqualTo(XAException.XAER_RMFAIL);
        assertThat(code(() -> resource.start(ONE, XAResource.TMNOFLAGS))).isEqualTo(XAException.XAER_RMFAIL);
        assertThat(server.adapter().getXAResources(null)).isEmpty();
    }

    @Test
    void item_32_a_local_transaction_of_the_container_is_told_to_no_listener() throws Exception {
        StrictContainer container = server.container();
        Object handle = container.allocateConnection(factory, null);
        LocalTransaction local = container.connections().get(0).getLocalTransaction();
        local.begin();
        ((SmppConnection) handle).submit(message("committed"));
        local.commit();
        local.begin();
        ((SmppConnection) handle).submit(message("rolled back"));
        local.rollback();
        server.awaitTexts("committed");
        assertThat(container.violations()).isEmpty();
        assertThatThrownBy(local::commit).isInstanceOf(LocalTransactionException.class);
        assertThatThrownBy(local::rollback).isInstanceOf(LocalTransactionException.class);
        local.begin();
        assertThatThrownBy(local::begin).isInstanceOf(LocalTransactionException.class);
    }

    @Test
    void item_33_outside_a_transaction_each_submission_is_its_own_and_inside_it_is_not() throws Exception {
        ManagedConnection managed = managed();
        SmppConnection handle = handle(managed);
        handle.submit(message("outside"));
        server.awaitTexts("outside");
        managed.getLocalTransaction().begin();
        handle.submit(message("inside"));
        handle.submitNow(message("now"));
        server.awaitTexts("outside", "now");
        managed.cleanup(); // what the container left open is rolled back
        handle(managed).submit(message("afterwards"));
        server.awaitTexts("outside", "now", "afterwards");
    }

    @Test
    void item_34_no_transaction_makes_a_bind() throws Exception {
        server.awaitBound();
        long binds = server.simulator().bindAttempts();
        for (int i = 0; i < 10; i++) {
            transactions.begin();
            SmppConnection handle = (SmppConnection) server.container().allocateConnection(factory, null);
            handle.submit(message("m" + i));
            handle.close();
            transactions.commit();
        }
        server.await("all sent", () -> server.texts().size() == 10);
        assertThat(server.simulator().bindAttempts()).isEqualTo(binds);
    }

    @Test
    void a_destroyed_connection_lets_its_open_branch_only_be_rolled_back() throws Exception {
        ManagedConnection managed = managed();
        managed.getXAResource().start(ONE, XAResource.TMNOFLAGS);
        handle(managed).submit(message("lost"));
        managed.destroy();
        assertThat(code(() -> recovering().prepare(ONE))).isBetween(XAException.XA_RBBASE, XAException.XA_RBEND);
        managed().getLocalTransaction(); // the adapter goes on
        handle(managed()).submit(message("others"));
        server.awaitTexts("others");
    }

    @Test
    void two_resources_in_one_transaction_commit_in_two_phases() throws Exception {
        SmppManagedConnectionFactory other = server.factory("OUTBOX");
        other.setWindowSize(3); // another account's links, the same outbox
        transactions.begin();
        for (SmppManagedConnectionFactory each : new SmppManagedConnectionFactory[] {factory, other}) {
            SmppConnection handle = (SmppConnection) server.container().allocateConnection(each, null);
            handle.submit(message("window " + each.getWindowSize()));
            handle.close();
        }
        transactions.commit();
        server.awaitTexts("window null", "window 3");
    }
}
