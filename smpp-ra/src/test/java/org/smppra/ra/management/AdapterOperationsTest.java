package org.smppra.ra.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smppra.ra.container.ServedAdapter.message;

import jakarta.resource.Referenceable;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.naming.Reference;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.Direction;
import org.smppra.Outcome;
import org.smppra.Settle;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.Store;
import org.smppra.Stored;
import org.smppra.SubmitResult;
import org.smppra.delivery.DeliveryCounter;
import org.smppra.engine.Account;
import org.smppra.inbox.AccountInbox;
import org.smppra.inbox.Incoming;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.ra.container.ServedAdapter;
import org.smppra.ra.inbound.ArrivingEndpoint;
import org.smppra.simulator.SimulatedHost;

/** What an operator does, by the administered object and by JMX. */
class AdapterOperationsTest {
    @TempDir
    private Path directory;

    private final AdapterOperations operations = new AdapterOperations();
    private ServedAdapter server;
    private SmppConnectionFactory smpp;

    @BeforeEach
    void start() throws Exception {
        server = new ServedAdapter(directory).start();
        operations.setResourceAdapter(server.adapter());
        smpp = server.connections("OUTBOX");
        server.awaitBound();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String submit(String text) throws Exception {
        try (SmppConnection connection = smpp.getConnection()) {
            return connection.submit(message(text)).submissionId();
        }
    }

    @Test
    void pauses_and_resumes_also_across_a_restart() throws Exception {
        operations.pause(Direction.OUTBOUND);
        submit("waits");
        assertThat(operations.state().isPaused(Direction.OUTBOUND)).isTrue();
        assertThat(operations.state().waiting()).isEqualTo(1);
        server.startAgain();
        operations.setResourceAdapter(server.adapter());
        server.awaitBound();
        server.await("paused again", () -> operations.state().isPaused(Direction.OUTBOUND));
        assertThat(operations.list(Store.WAITING, "", 10)).hasSize(1);
        assertThat(server.texts()).isEmpty();
        operations.resume(Direction.OUTBOUND);
        server.awaitTexts("waits");
    }

    @Test
    void finds_lists_and_cancels_what_waits() throws Exception {
        server.simulator().hosts().forEach(SimulatedHost::stop);
        String one = submit("one");
        String two = submit("two");
        assertThat(operations.list(Store.WAITING, "", 10))
                .extracting(Stored::id)
                .containsExactly(one, two);
        assertThat(operations.list(Store.WAITING, one, 10))
                .extracting(Stored::id)
                .containsExactly(two);
        assertThat(operations.settle(one, Settle.CANCEL)).isTrue();
        assertThat(operations.find(one).orElseThrow().result().map(SubmitResult::outcome))
                .contains(Outcome.CANCELLED);
        server.simulator().hosts().forEach(SimulatedHost::start);
        server.awaitTexts("two");
        assertThat(operations.find("no such id")).isEmpty();
        assertThat(operations.settle(two, Settle.CANCEL)).isFalse();
    }

    @Test
    void drains() throws Exception {
        submit("last");
        assertThat(operations.drain(Duration.ofSeconds(30))).isTrue();
        assertThatThrownBy(() -> submit("too late")).isInstanceOf(SmppException.class);
        server.awaitTexts("last");
        operations.resume(Direction.OUTBOUND);
        submit("again");
        server.awaitTexts("last", "again");
    }

    @Test
    void names_an_account_that_runs_and_says_so_if_none_does() {
        operations.setAccount("default");
        assertThat(operations.state().hosts()).hasSize(2);
        operations.setAccount("other");
        assertThatThrownBy(operations::state)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'other'");
        operations.setAccount(null);
        server.stop();
        assertThatThrownBy(operations::state).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void is_equal_by_its_account_and_can_be_bound() {
        AdapterOperations same = new AdapterOperations();
        assertThat(same).isEqualTo(operations).hasSameHashCodeAs(operations);
        same.setAccount("other");
        assertThat(same).isNotEqualTo(operations);
        Reference reference = new Reference("x");
        ((Referenceable) operations).setReference(reference);
        assertThat(operations.getReference()).isSameAs(reference);
    }

    // --- JMX

    private static final MBeanServer JMX = ManagementFactory.getPlatformMBeanServer();

    private static ObjectName bean() throws Exception {
        return JMX.queryNames(new ObjectName("org.smppra:type=Adapter,*"), null)
                .iterator()
                .next();
    }

    private static Object call(String operation, String... arguments) throws Exception {
        String[] types = new String[arguments.length];
        java.util.Arrays.fill(types, String.class.getName());
        return JMX.invoke(bean(), operation, arguments, types);
    }

    @Test
    void JMX_shows_hosts_and_what_waits() throws Exception {
        server.simulator().host("b").stop();
        operations.pause(Direction.OUTBOUND);
        submit("waits");
        assertThat(JMX.getAttribute(bean(), "OutboxOpen")).isEqualTo(true);
        CompositeData account = ((CompositeData[]) JMX.getAttribute(bean(), "Accounts"))[0];
        assertThat(account.get("name")).isEqualTo("default");
        assertThat(account.get("systemId")).isEqualTo("shop");
        assertThat(account.get("waiting")).isEqualTo(1L);
        assertThat((String[]) account.get("paused")).containsExactly("OUTBOUND");
        assertThat((String) account.get("oldestWaitingAt")).isNotEmpty();
        CompositeData[] hosts = (CompositeData[]) account.get("hosts");
        assertThat(hosts).hasSize(2);
        assertThat(List.of(hosts)).extracting(host -> host.get("phase")).contains("BOUND");
        call("resume", "default", "OUTBOUND");
        server.awaitTexts("waits");
        assertThatThrownBy(() -> call("pause", "other", "OUTBOUND")).hasRootCauseMessage("no account 'other' runs");
    }

    @Test
    void JMX_drains_one_host_and_connects_it_again() throws Exception {
        SimulatedHost a = server.simulator().host("a");
        call("drainHost", "default", a.address());
        server.await("drained", () -> a.binds().isEmpty());
        call("resumeHost", "default", a.address());
        server.await("bound again", () -> !a.binds().isEmpty());
    }

    @Test
    void JMX_decides_a_branch_in_doubt() throws Exception {
        server.transactions().begin();
        submit("in doubt");
        server.transactions().crashPrepared();
        CompositeData branch = ((CompositeData[]) JMX.getAttribute(bean(), "InDoubt"))[0];
        assertThat(branch.get("state")).isEqualTo("PREPARED");
        assertThat(branch.get("messages")).isEqualTo(1);
        assertThat(call("commitInDoubt", (String) branch.get("id"))).isEqualTo(true);
        server.awaitTexts("in doubt");
        assertThat(call("rollbackInDoubt", (String) branch.get("id"))).isEqualTo(false);
        XAResource recovering = server.adapter().getXAResources(null)[0];
        for (var xid : recovering.recover(XAResource.TMSTARTRSCAN)) {
            recovering.forget(xid);
        }
        assertThat((CompositeData[]) JMX.getAttribute(bean(), "InDoubt")).isEmpty();
    }

    @Test
    void JMX_lists_what_is_held_and_takes_no_id_that_is_not() throws Exception {
        Object[] arguments = {"default", "", 10};
        assertThat((CompositeData[]) JMX.invoke(
                        bean(), "held", arguments, new String[] {String.class.getName(), String.class.getName(), "int"
                        }))
                .isEmpty();
        assertThat(call("sendHeld", "default", "no such id")).isEqualTo(false);
        assertThat(call("cancelHeld", "default", "no such id")).isEqualTo(false);
    }

    private static Object count(Object counters, String counter) {
        return ((TabularData) counters).get(new Object[] {counter}).get("value");
    }

    @Test
    void JMX_shows_what_was_counted_of_deliveries() throws Exception {
        server.adapter()
                .account("default")
                .orElseThrow()
                .addSink(new ArrivingEndpoint()); // takes nothing, and so that it binds to receive
        server.await(
                "receiving", () -> server.adapter().account("default").orElseThrow().state().hosts().values().stream()
                        .allMatch(host -> host.receiving() > 0));
        server.simulator().sendReport("shop", "stat:DELIVRD", Tlvs.empty());
        server.await(
                "it came",
                () -> server.adapter()
                                .account("default")
                                .orElseThrow()
                                .deliveryCounters()
                                .get(DeliveryCounter.UNMATCHED)
                        == 1);
        CompositeData view = ((CompositeData[]) JMX.getAttribute(bean(), "Accounts"))[0];
        assertThat(count(view.get("deliveryCounters"), "UNMATCHED")).isEqualTo(1L);
        assertThat(count(view.get("deliveryCounters"), "REFUSED_LATE")).isEqualTo(0L);
    }

    private CompositeData[] deadLetters() throws Exception {
        Object[] arguments = {"default", "", 10};
        String[] types = {String.class.getName(), String.class.getName(), "int"};
        return (CompositeData[]) JMX.invoke(bean(), "deadLetters", arguments, types);
    }

    @Test
    void JMX_lists_dead_letters_delivers_one_and_discards_another() throws Exception {
        Account account = server.adapter().account("default").orElseThrow();
        server.await("the inbox is open", () -> account.openInbox() != null);
        AccountInbox inbox = account.openInbox();
        for (String name : List.of("one", "two")) {
            Incoming receipt = new Incoming(List.of(Octets.ofHex("00")), Instant.now(), null, name, false);
            inbox.bury(receipt, 7, "nobody wants it", failure -> {});
        }
        server.await("they are on disk", () -> inbox.deadLetterCount() == 2);
        CompositeData first = deadLetters()[0];
        assertThat(first.get("reference")).isEqualTo("one");
        assertThat(first.get("attempts")).isEqualTo(7);
        assertThat(first.get("reason")).isEqualTo("nobody wants it");
        CompositeData view = ((CompositeData[]) JMX.getAttribute(bean(), "Accounts"))[0];
        assertThat(view.get("deadLetters")).isEqualTo(2L);
        assertThat(view.get("receivedWaiting")).isEqualTo(0L);
        assertThat(count(JMX.getAttribute(bean(), "InboxCounters"), "BURIED")).isEqualTo(2L);

        assertThat(call("deliverDeadLetter", "default", (String) first.get("id")))
                .isEqualTo(true);
        assertThat(inbox.waiting()).isEqualTo(1);
        String second = (String) deadLetters()[0].get("id");
        assertThat(call("discardDeadLetter", "default", second)).isEqualTo(true);
        assertThat(call("discardDeadLetter", "default", second)).isEqualTo(false);
        assertThat(call("deliverDeadLetter", "default", second)).isEqualTo(false);
        assertThat(deadLetters()).isEmpty();
    }
}
