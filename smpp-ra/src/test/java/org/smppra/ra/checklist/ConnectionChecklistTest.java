package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smppra.ra.container.ServedAdapter.message;

import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.security.PasswordCredential;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.security.auth.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.InvalidMessageException;
import org.smppra.Outcome;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.ra.container.ServedAdapter;
import org.smppra.ra.container.StrictContainer;
import org.smppra.ra.container.TinyTransactions;
import org.smppra.ra.outbound.SmppManagedConnectionFactory;
import org.smppra.simulator.SimulatedHost;

/** What a correct adapter does, by the number of our checklist: Jakarta Connectors "Connection Management", the connection. */
class ConnectionChecklistTest {
    @TempDir
    private Path directory;

    private ServedAdapter server;
    private TinyTransactions transactions;
    private SmppManagedConnectionFactory factory;
    private StrictContainer container;
    private SmppConnectionFactory smpp;

    @BeforeEach
    void start() throws Exception {
        server = new ServedAdapter(directory).start();
        transactions = server.transactions();
        factory = server.factory("OUTBOX");
        container = server.container();
        smpp = (SmppConnectionFactory) factory.createConnectionFactory(container);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** TomEE gives the application an object of a class that it derives from the handle's. */
    @Test
    void a_container_can_derive_a_class_from_the_handles() throws Exception {
        try (SmppConnection handle = smpp.getConnection()) {
            Class<?> type = handle.getClass();
            assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
            assertThat(Modifier.isFinal(type.getModifiers())).isFalse();
            for (Method method : SmppConnection.class.getMethods()) {
                Method own = type.getMethod(method.getName(), method.getParameterTypes());
                assertThat(Modifier.isFinal(own.getModifiers()))
                        .as(own.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void item_16_several_handles_of_one_connection_work_side_by_side() throws Exception {
        ManagedConnection managed = factory.createManagedConnection(null, null);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String name = "h" + i;
                work.add(() -> {
                    SmppConnection handle = (SmppConnection) managed.getConnection(null, null);
                    for (int m = 0; m < 20; m++) {
                        handle.submit(message(name));
                    }
                    handle.close();
                    return null;
                });
            }
            for (Future<Object> each : threads.invokeAll(work)) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        server.await("all", () -> server.texts().size() == 160);
    }

    @Test
    void item_17_cleanup_ends_every_handle_and_keeps_the_connection() throws Exception {
        ManagedConnection managed = factory.createManagedConnection(null, null);
        managed.addConnectionEventListener(Silence.EXPECTED);
        SmppConnection one = (SmppConnection) managed.getConnection(null, null);
        SmppConnection other = (SmppConnection) managed.getConnection(null, null);
        managed.cleanup();
        managed.cleanup();
        for (SmppConnection each : List.of(one, other)) {
            assertThatThrownBy(() -> each.submit(message("x"))).hasMessageStartingWith("SMPP-CLOSED");
            assertThatThrownBy(() -> each.submitNow(message("x"))).hasMessageStartingWith("SMPP-CLOSED");
            assertThatThrownBy(each::gatewayState).isInstanceOf(IllegalStateException.class);
            each.close();
        }
        ((SmppConnection) managed.getConnection(null, null)).submit(message("goes on"));
        server.awaitTexts("goes on");
        managed.destroy();
        managed.destroy();
        assertThatThrownBy(() -> managed.getConnection(null, null)).hasMessageContaining("destroyed");
    }

    @Test
    void item_18_a_handle_moves_to_another_connection_and_leaves_the_first() throws Exception {
        container.share(false);
        SmppConnection moves = smpp.getConnection();
        smpp.getConnection();
        ManagedConnection first = container.connections().get(0);
        ManagedConnection second = container.connections().get(1);
        container.associate(moves, second);
        first.cleanup();
        moves.submit(message("moved"));
        server.awaitTexts("moved");
        moves.close(); // the strict container wants the event from the second
        assertThat(container.violations()).isEmpty();
        assertThatThrownBy(() -> second.associateConnection("a stranger")).hasMessageContaining("not a handle");
        first.destroy();
        assertThatThrownBy(() -> first.associateConnection(moves)).hasMessageContaining("destroyed");
    }

    @Test
    void item_18_a_handle_that_moved_submits_in_the_transaction_of_its_new_connection() throws Exception {
        SmppConnection outside = smpp.getConnection();
        transactions.begin();
        smpp.getConnection();
        ManagedConnection enlisted = container.connections().get(1);
        container.associate(outside, enlisted);
        outside.submit(message("inside"));
        transactions.rollback();
        outside.submit(message("outside"));
        server.awaitTexts("outside");
    }

    @Test
    void item_19_close_tells_once_with_the_handle_and_destroys_nothing() throws Exception {
        SmppConnection handle = smpp.getConnection();
        handle.close();
        handle.close();
        assertThat(container.violations()).isEmpty();
        assertThat(container.idle()).isEqualTo(1);
        smpp.getConnection().close();
        assertThat(container.made()).isEqualTo(1);
    }

    @Test
    void item_20_no_loss_of_a_host_and_no_refusal_is_an_error_of_the_connection() throws Exception {
        server.awaitBound();
        SmppConnection handle = smpp.getConnection();
        SimulatedHost killed = server.simulator().host("a");
        killed.kill();
        server.await(
                "the loss is seen",
                () -> handle.gatewayState().hosts().get(killed.address()).submitting() == 0);
        handle.submitNow(message("one host"));
        server.simulator().host("b").stop();
        assertThatThrownBy(() -> handle.submitNow(message("no host"))).isInstanceOf(SmppException.class);
        handle.submit(message("later"));
        ShortMessage invalid = message("x").toBuilder().recipient("none").build();
        assertThatThrownBy(() -> handle.submit(invalid)).isInstanceOf(InvalidMessageException.class);
        server.simulator().hosts().forEach(SimulatedHost::start);
        server.awaitTexts("one host", "later");
        handle.close();
        assertThat(container.violations()).isEmpty();
        assertThat(container.idle()).isEqualTo(1);
    }

    @Test
    void item_21_a_listener_may_do_anything_in_the_event_also_go() throws Exception {
        ManagedConnection managed = factory.createManagedConnection(null, null);
        List<String> heard = new ArrayList<>();
        ConnectionEventListener first = new Closings(heard, "first") {
            @Override
            public void connectionClosed(ConnectionEvent event) {
                super.connectionClosed(event);
                managed.removeConnectionEventListener(this);
                managed.addConnectionEventListener(new Closings(heard, "new"));
            }
        };
        managed.addConnectionEventListener(first);
        managed.addConnectionEventListener(new Closings(heard, "second"));
        ((SmppConnection) managed.getConnection(null, null)).close();
        assertThat(heard).containsExactly("first", "second");
        ((SmppConnection) managed.getConnection(null, null)).close();
        assertThat(heard).containsExactly("first", "second", "second", "new");
    }

    @Test
    void item_22_there_are_log_writers_and_metadata() throws Exception {
        PrintWriter writer = new PrintWriter(new StringWriter());
        factory.setLogWriter(writer);
        assertThat(factory.getLogWriter()).isSameAs(writer);
        ManagedConnection managed = factory.createManagedConnection(null, null);
        assertThat(managed.getLogWriter()).isNull();
        managed.setLogWriter(writer);
        assertThat(managed.getLogWriter()).isSameAs(writer);
        assertThat(managed.getMetaData().getEISProductName()).isEqualTo("SMPP SMSC");
        assertThat(managed.getMetaData().getEISProductVersion()).isEqualTo("3.4");
        assertThat(managed.getMetaData().getMaxConnections()).isZero();
        assertThat(managed.getMetaData().getUserName()).isEqualTo("shop");
        PasswordCredential credential = new PasswordCredential("other", new char[0]);
        credential.setManagedConnectionFactory(factory);
        Subject subject = new Subject();
        subject.getPrivateCredentials().add(credential);
        assertThat(factory.createManagedConnection(subject, null).getMetaData().getUserName())
                .isEqualTo("other");
    }

    @Test
    void item_23_a_hundred_connections_share_one_bind_a_host() throws Exception {
        container.share(false);
        List<SmppConnection> handles = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            handles.add(smpp.getConnection());
        }
        server.awaitBound();
        for (SmppConnection each : handles) {
            assertThat(each.submitNow(message("x")).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(container.made()).isEqualTo(100);
        assertThat(server.simulator().bindAttempts()).isEqualTo(2);
        handles.forEach(SmppConnection::close);
    }

    @Test
    void item_26_two_handles_of_one_transaction_share_a_connection_and_strangers_do_not() throws Exception {
        transactions.begin();
        SmppConnection one = smpp.getConnection();
        SmppConnection two = smpp.getConnection();
        assertThat(container.made()).isEqualTo(1);
        one.submit(message("by one"));
        one.close();
        two.submit(message("by two"));
        SmppConnection stranger = smpp.getConnection("other", "secret");
        assertThat(container.made()).isEqualTo(2);
        stranger.submit(message("by other"));
        stranger.close();
        two.close();
        transactions.commit();
        server.awaitTexts("by one", "by two", "by other");
        assertThat(server.simulator().messages())
                .filteredOn(each -> each.systemId().equals("other"))
                .hasSize(1);
    }
}
