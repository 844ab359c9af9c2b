package org.smppra.ra.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import jakarta.resource.spi.security.PasswordCredential;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.security.auth.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smppra.GatewayUnavailableException;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.engine.SubmitDefaults;
import org.smppra.ra.SmppResourceAdapter;
import org.smppra.ra.StartedAdapter;

/** The connection contract while no host is there: nothing in it needs one. */
class ManagedConnectionTest {
    private final SmppResourceAdapter adapter = new SmppResourceAdapter();
    private final SmppManagedConnectionFactory factory = new SmppManagedConnectionFactory();
    private final List<Object> closed = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        adapter.setHosts("127.0.0.1:1");
        adapter.setSystemId("shop");
        StartedAdapter.start(adapter);
        factory.setResourceAdapter(adapter);
    }

    @AfterEach
    void stop() {
        adapter.stop();
    }

    private SmppManagedConnection managed() throws ResourceException {
        SmppManagedConnection connection = (SmppManagedConnection) factory.createManagedConnection(null, null);
        connection.addConnectionEventListener(new Recorder());
        return connection;
    }

    private final class Recorder implements ConnectionEventListener {
        @Override
        public void connectionClosed(ConnectionEvent event) {
            closed.add(event.getConnectionHandle());
        }

        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {
            throw new AssertionError("the loss of a host is no error of a lease");
        }

        @Override
        public void localTransactionStarted(ConnectionEvent event) {}

        @Override
        public void localTransactionCommitted(ConnectionEvent event) {}

        @Override
        public void localTransactionRolledback(ConnectionEvent event) {}
    }

    private static ShortMessage message() {
        return ShortMessage.to("4512345678").from("Shop").text("hello").build();
    }

    @Test
    void a_connection_is_made_with_no_host_bound_and_says_so_when_used() throws Exception {
        SmppConnection handle = (SmppConnection) managed().getConnection(null, null);
        assertThatThrownBy(() -> handle.submit(message())).isInstanceOf(GatewayUnavailableException.class);
        assertThat(handle.gatewayState().hosts()).containsOnlyKeys("127.0.0.1:1");
    }

    @Test
    void close_is_told_once_with_the_handle_and_ends_its_use() throws Exception {
        SmppConnection handle = (SmppConnection) managed().getConnection(null, null);
        handle.close();
        handle.close();
        assertThat(closed).containsExactly(handle);
        assertThatThrownBy(() -> handle.submit(message()))
                .isInstanceOf(SmppException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void cleanup_invalidates_every_handle_and_keeps_the_connection() throws Exception {
        SmppManagedConnection managed = managed();
        SmppConnection one = (SmppConnection) managed.getConnection(null, null);
        SmppConnection other = (SmppConnection) managed.getConnection(null, null);
        managed.cleanup();
        managed.cleanup();
        assertThatThrownBy(() -> one.submit(message())).hasMessageContaining("closed");
        assertThatThrownBy(() -> other.submit(message())).hasMessageContaining("closed");
        assertThat(factory.getInvalidConnections(Set.of(managed))).isEmpty();
        assertThat(managed.getConnection(null, null)).isNotNull();
    }

    @Test
    void a_destroyed_connection_is_invalid_and_matches_nothing() throws Exception {
        SmppManagedConnection managed = managed();
        managed.destroy();
        managed.destroy();
        assertThat(factory.getInvalidConnections(Set.of(managed))).isEqualTo(Set.of(managed));
        assertThat(factory.matchManagedConnections(Set.of(managed), null, null)).isNull();
    }

    @Test
    void a_handle_moves_to_another_connection_and_leaves_the_first() throws Exception {
        SmppManagedConnection first = managed();
        SmppManagedConnection second = managed();
        SmppConnection handle = (SmppConnection) first.getConnection(null, null);
        second.associateConnection(handle);
        first.cleanup();
        assertThatThrownBy(() -> handle.submit(message())).isInstanceOf(GatewayUnavailableException.class);
        handle.close();
        assertThat(closed).containsExactly(handle);
    }

    @Test
    void matching_asks_for_the_same_account_and_never_fails() throws Exception {
        SmppManagedConnection own = managed();
        AccountRequest who = new AccountRequest("other", "secret");
        SmppManagedConnection other = (SmppManagedConnection) factory.createManagedConnection(null, who);
        assertThat(factory.matchManagedConnections(Set.of(), null, null)).isNull();
        assertThat(factory.matchManagedConnections(Set.of("not ours"), null, null))
                .isNull();
        assertThat(factory.matchManagedConnections(Set.of(own, other), null, null))
                .isSameAs(own);
        assertThat(factory.matchManagedConnections(Set.of(own, other), null, new AccountRequest("other", "secret")))
                .isSameAs(other);
        assertThat(factory.matchManagedConnections(Set.of(own), null, who)).isNull();
    }

    @Test
    void the_containers_sign_on_names_the_account() throws Exception {
        PasswordCredential credential = new PasswordCredential("signed", "secret".toCharArray());
        credential.setManagedConnectionFactory(factory);
        Subject subject = new Subject();
        subject.getPrivateCredentials().add(credential);
        SmppManagedConnection signed = (SmppManagedConnection) factory.createManagedConnection(subject, null);
        assertThat(factory.matchManagedConnections(Set.of(signed), subject, null))
                .isSameAs(signed);
        assertThat(factory.matchManagedConnections(Set.of(signed), null, null)).isNull();
    }

    @Test
    void direct_takes_no_part_in_transactions() throws Exception {
        assertThat(factory.getTransactionSupport()).isEqualTo(TransactionSupportLevel.NoTransaction);
        SmppManagedConnection managed = managed();
        assertThatThrownBy(managed::getXAResource).isInstanceOf(NotSupportedException.class);
        assertThatThrownBy(managed::getLocalTransaction).isInstanceOf(NotSupportedException.class);
        assertThat(managed.getMetaData().getEISProductVersion()).isEqualTo("3.4");
    }

    @Test
    void a_mode_that_is_not_there_yet_is_refused_at_once_and_named() {
        for (String mode : new String[] {"OUTBOX", "ON_COMMIT", "SOMETIMES"}) {
            factory.setSubmitMode(mode);
            assertThatThrownBy(factory::createConnectionFactory)
                    .isInstanceOf(InvalidPropertyException.class)
                    .hasMessageContaining("submitMode")
                    .hasMessageContaining(mode);
        }
    }

    @Test
    void works_without_a_container() throws Exception {
        SmppConnectionFactory connections = (SmppConnectionFactory) factory.createConnectionFactory();
        try (SmppConnection connection = connections.getConnection()) {
            assertThat(connection.gatewayState().isUsable()).isFalse();
        }
        assertThat(connections.plan(message()).parts()).isEqualTo(1);
    }

    @Test
    void factories_of_equal_properties_are_equal_and_the_default_sender_is_added() throws Exception {
        SmppManagedConnectionFactory other = new SmppManagedConnectionFactory();
        assertThat(other).isEqualTo(factory).hasSameHashCodeAs(factory);
        other.setDefaultFrom("Shop");
        assertThat(other).isNotEqualTo(factory);
        ShortMessage without = ShortMessage.to("4512345678").text("hello").build();
        assertThat(new SubmitDefaults("Shop", null, org.smppra.UnansweredPolicy.RESEND)
                        .apply(without)
                        .from()
                        .orElseThrow()
                        .value())
                .isEqualTo("Shop");
        assertThat(new SubmitDefaults("Shop", "premium", org.smppra.UnansweredPolicy.RESEND)
                        .apply(message())
                        .from()
                        .orElseThrow()
                        .value())
                .isEqualTo("Shop");
    }

    @Test
    void a_factory_survives_serialization() throws Exception {
        factory.setWindowSize(7);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(octets)) {
            out.writeObject(factory);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(octets.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(factory);
        }
    }

    @Test
    void a_factory_without_an_adapter_says_so() {
        ResourceAdapter none = new SmppManagedConnectionFactory().getResourceAdapter();
        assertThat(none).isNull();
        assertThatThrownBy(() -> new SmppManagedConnectionFactory().createManagedConnection(null, null))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("no resource adapter");
    }
}
