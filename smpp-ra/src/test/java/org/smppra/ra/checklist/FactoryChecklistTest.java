package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smppra.ra.container.ServedAdapter.message;

import jakarta.resource.Referenceable;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.security.PasswordCredential;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.naming.Reference;
import javax.naming.StringRefAddr;
import javax.naming.spi.ObjectFactory;
import javax.security.auth.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.InvalidMessageException;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.SubmitRejectedException;
import org.smppra.ra.container.ServedAdapter;
import org.smppra.ra.container.StrictContainer;
import org.smppra.ra.container.TinyTransactions;
import org.smppra.ra.outbound.SmppManagedConnectionFactory;
import org.smppra.simulator.BindView;
import org.smppra.simulator.SimulatedHost;

/** What a correct adapter does, by the number of our checklist: Jakarta Connectors "Connection Management", the factory. */
class FactoryChecklistTest {
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

    private static <T> T writtenAndRead(T object) throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(octets)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(octets.toByteArray()))) {
            @SuppressWarnings("unchecked")
            T read = (T) in.readObject();
            return read;
        }
    }

    @Test
    void item_10_getConnection_asks_the_connection_manager_on_the_callers_thread() throws Exception {
        List<Thread> asked = new ArrayList<>();
        ConnectionManager manager = (of, request) -> {
            asked.add(Thread.currentThread());
            return container.allocateConnection(of, request);
        };
        SmppConnectionFactory connections = (SmppConnectionFactory) factory.createConnectionFactory(manager);
        connections.getConnection().close();
        assertThat(asked).containsExactly(Thread.currentThread());
    }

    @Test
    void item_10_the_connection_factory_is_serializable_and_referenceable() throws Exception {
        Reference reference = new Reference("whatever");
        ((Referenceable) smpp).setReference(reference);
        assertThat(((Referenceable) smpp).getReference()).isSameAs(reference);
        SmppManagedConnectionFactory copy = writtenAndRead(factory);
        assertThat(copy.values()).isEqualTo(factory.values());
        SmppConnectionFactory elsewhere = writtenAndRead((SmppConnectionFactory) factory.createConnectionFactory());
        assertThatThrownBy(elsewhere::getConnection).hasMessageContaining("no resource adapter");
    }

    @Test
    void item_10_what_is_bound_in_a_directory_without_a_container_is_the_same_factory_again() throws Exception {
        SmppConnectionFactory bound = (SmppConnectionFactory) factory.createConnectionFactory();
        Reference reference = ((Referenceable) bound).getReference();
        assertThat(reference.getClassName()).isEqualTo(SmppConnectionFactory.class.getName());
        ObjectFactory resolver = (ObjectFactory)
                Class.forName(reference.getFactoryClassName()).getConstructor().newInstance();
        assertThat(resolver.getObjectInstance(reference, null, null, null)).isSameAs(bound);
        assertThat(resolver.getObjectInstance(new Reference("other", new StringRefAddr("a", "b")), null, null, null))
                .isNull();
        assertThat(resolver.getObjectInstance("other", null, null, null)).isNull();
    }

    @Test
    void item_11_without_a_container_a_connection_is_given_back_when_it_is_closed() throws Exception {
        SmppConnectionFactory alone = (SmppConnectionFactory) factory.createConnectionFactory();
        SmppConnection connection = alone.getConnection();
        connection.submit(message("alone"));
        connection.close();
        assertThatThrownBy(() -> connection.submit(message("closed"))).hasMessageStartingWith("SMPP-CLOSED");
        server.awaitTexts("alone");
    }

    @Test
    void item_12_factories_are_equal_by_all_their_properties_and_those_of_the_adapter() {
        SmppManagedConnectionFactory other = server.factory("OUTBOX");
        assertThat(other).isEqualTo(factory).hasSameHashCodeAs(factory);
        other.setDefaultFrom("Shop");
        assertThat(other).isNotEqualTo(factory);
        SmppManagedConnectionFactory ofAnother = server.factory("OUTBOX");
        ofAnother.setResourceAdapter(new org.smppra.ra.SmppResourceAdapter());
        assertThat(ofAnother).isNotEqualTo(factory);
        assertThat(factory.equals(null)).isFalse();
    }

    @Test
    void item_12_requests_are_equal_by_name_and_password() throws Exception {
        List<ConnectionRequestInfo> seen = new ArrayList<>();
        ConnectionManager manager = (of, request) -> {
            seen.add(request);
            return container.allocateConnection(of, request);
        };
        SmppConnectionFactory connections = (SmppConnectionFactory) factory.createConnectionFactory(manager);
        connections.getConnection("a", "x").close();
        connections.getConnection("a", "x").close();
        connections.getConnection("a", "y").close();
        connections.getConnection("b", "x").close();
        assertThat(seen.get(0)).isEqualTo(seen.get(1)).hasSameHashCodeAs(seen.get(1));
        assertThat(Set.copyOf(seen)).hasSize(3);
        assertThat(seen.toString()).doesNotContain("x").doesNotContain("y");
        assertThat(container.made()).isEqualTo(3);
    }

    @Test
    void item_13_connects_without_a_request_and_for_recovery_also_with_a_name_that_no_host_knows() throws Exception {
        server.simulator().hosts().forEach(SimulatedHost::stop);
        assertThat(factory.createManagedConnection(null, null).getXAResource()).isNotNull();
        Subject recovery = signedOn("whoever", "recovers");
        long attempts = server.simulator().bindAttempts();
        ManagedConnection recovering = factory.createManagedConnection(recovery, null);
        assertThat(recovering.getXAResource()).isNotNull();
        assertThat(recovering.getConnection(recovery, null)).isNotNull(); // some servers test it so
        recovering.destroy();
        server.simulator().hosts().forEach(SimulatedHost::start);
        server.awaitBound();
        assertThat(server.simulator().hosts().stream()
                        .flatMap(host -> host.binds().stream())
                        .map(BindView::systemId))
                .containsOnly("shop");
        assertThat(server.simulator().bindAttempts()).isGreaterThan(attempts);
    }

    private Subject signedOn(String name, String password) {
        PasswordCredential credential = new PasswordCredential(name, password.toCharArray());
        credential.setManagedConnectionFactory(factory);
        Subject subject = new Subject();
        subject.getPrivateCredentials().add(credential);
        return subject;
    }

    @Test
    void item_14_a_match_never_fails_and_says_nothing() throws Exception {
        ManagedConnection own = factory.createManagedConnection(null, null);
        own.addConnectionEventListener(Silence.EXPECTED);
        assertThat(factory.matchManagedConnections(Set.of(), null, null)).isNull();
        assertThat(factory.matchManagedConnections(Set.of("a stranger"), null, null))
                .isNull();
        assertThat(factory.matchManagedConnections(Set.of(own, "a stranger"), null, null))
                .isSameAs(own);
        assertThat(factory.matchManagedConnections(Set.of(own), signedOn("other", "secret"), null))
                .isNull();
        PasswordCredential foreign = new PasswordCredential("x", new char[0]);
        foreign.setManagedConnectionFactory(server.factory("DIRECT"));
        Subject wrong = new Subject();
        wrong.getPrivateCredentials().add(foreign);
        assertThat(factory.matchManagedConnections(Set.of(own), wrong, null)).isNull();
        own.destroy();
        assertThat(factory.matchManagedConnections(Set.of(own), null, null)).isNull();
    }

    /** A listener that must hear nothing. */
    private static ConnectionEventListener never() {
        InvocationHandler fail = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals") ? (Object) (proxy == arguments[0]) : 1;
            }
            throw new AssertionError(method.getName());
        };
        return (ConnectionEventListener) Proxy.newProxyInstance(
                FactoryChecklistTest.class.getClassLoader(), new Class<?>[] {ConnectionEventListener.class}, fail);
    }

    @Test
    void item_15_a_connection_is_valid_while_the_adapter_runs_whatever_the_hosts_do() throws Exception {
        ManagedConnection one = factory.createManagedConnection(null, null);
        ManagedConnection destroyed = factory.createManagedConnection(null, null);
        destroyed.destroy();
        server.simulator().hosts().forEach(SimulatedHost::kill);
        assertThat(factory.getInvalidConnections(Set.of())).isEmpty();
        assertThat(factory.getInvalidConnections(Set.of(one, destroyed, "a stranger")))
                .isEqualTo(Set.of(destroyed));
        smpp.getConnection().close();
        assertThat(container.validate(factory)).isZero();
        server.stop();
        assertThat(factory.getInvalidConnections(Set.of(one))).isEqualTo(Set.of(one));
        assertThat(container.validate(factory)).isEqualTo(1);
    }

    @Test
    void a_containers_refusal_arrives_with_its_cause() throws Exception {
        ConnectionManager full = (ManagedConnectionFactory of, ConnectionRequestInfo request) -> {
            throw new jakarta.resource.spi.ResourceAllocationException("the pool is full");
        };
        SmppConnectionFactory connections = (SmppConnectionFactory) factory.createConnectionFactory(full);
        assertThatThrownBy(connections::getConnection)
                .isInstanceOf(SmppException.class)
                .hasMessageContaining("the pool is full")
                .hasCauseInstanceOf(jakarta.resource.spi.ResourceAllocationException.class)
                .isNotInstanceOf(SubmitRejectedException.class);
    }

    @Test
    void a_plan_is_what_submit_checks_and_sends_nothing() throws Exception {
        assertThat(smpp.plan(message("x")).parts()).isEqualTo(1);
        assertThatThrownBy(() ->
                        smpp.plan(message("x").toBuilder().recipient("none").build()))
                .isInstanceOf(InvalidMessageException.class);
        assertThat(server.texts()).isEmpty();
    }
}
