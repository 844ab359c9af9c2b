package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smppra.ra.container.ServedAdapter.message;

import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.SecurityException;
import jakarta.resource.spi.security.PasswordCredential;
import java.nio.file.Path;
import javax.security.auth.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.SmppOperations;
import org.smppra.ra.container.ServedAdapter;
import org.smppra.ra.container.StrictContainer;
import org.smppra.ra.outbound.SmppManagedConnectionFactory;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.StoredMessage;

/** Who submits: properties, the application's name and password, the container's sign-on. */
class SignOnTest {
    @TempDir
    private Path directory;

    private ServedAdapter server;
    private SmppManagedConnectionFactory factory;
    private StrictContainer container;

    @BeforeEach
    void start() throws Exception {
        server = new ServedAdapter(directory);
        server.adapter().setMaxAccounts(2);
        server.start();
        factory = server.factory("DIRECT");
        container = server.container();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Subject subject(String name, ManagedConnectionFactory factory) {
        PasswordCredential credential = new PasswordCredential(name, "secret".toCharArray());
        credential.setManagedConnectionFactory(factory);
        Subject subject = new Subject();
        subject.getPrivateCredentials().add(credential);
        return subject;
    }

    private SmppConnectionFactory connections() throws Exception {
        return (SmppConnectionFactory) factory.createConnectionFactory(container);
    }

    /** Also before the account's links are bound. */
    private String submitter(SmppConnection connection) throws Exception {
        server.await("usable", () -> connection.gatewayState().isUsable());
        String messageId = connection.submitNow(message("x")).messageId().value();
        connection.close();
        return server.simulator().messages().stream()
                .filter(stored -> stored.messageId().equals(messageId))
                .map(StoredMessage::systemId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_containers_sign_on_wins_over_the_applications_and_both_over_the_properties() throws Exception {
        SmppConnectionFactory smpp = connections();
        assertThat(submitter(smpp.getConnection())).isEqualTo("shop");
        assertThat(submitter(smpp.getConnection("app", "secret"))).isEqualTo("app");
        container.signOn(subject("container", factory));
        assertThat(submitter(smpp.getConnection())).isEqualTo("container");
        assertThat(submitter(smpp.getConnection("app", "secret"))).isEqualTo("container");
    }

    @Test
    void a_subject_without_a_credential_is_nobody() throws Exception {
        container.signOn(new Subject());
        assertThat(submitter(connections().getConnection())).isEqualTo("shop");
    }

    @Test
    void a_credential_without_a_name_is_nobody() throws Exception {
        container.signOn(subject("", factory));
        assertThat(submitter(connections().getConnection())).isEqualTo("shop");
    }

    @Test
    void a_credential_for_another_factory_is_a_security_exception() {
        Subject foreign = subject("x", server.factory("OUTBOX"));
        assertThatThrownBy(() -> factory.createManagedConnection(foreign, null)).isInstanceOf(SecurityException.class);
    }

    @Test
    void nobody_signs_on_anew_on_a_connection() throws Exception {
        ManagedConnection managed = factory.createManagedConnection(subject("one", factory), null);
        managed.getConnection(subject("one", factory), null);
        assertThatThrownBy(() -> managed.getConnection(subject("two", factory), null))
                .isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> managed.getConnection(null, null)).isInstanceOf(SecurityException.class);
    }

    @Test
    void an_empty_password_is_not_the_adapters() throws Exception {
        SmppConnection connection = connections().getConnection("app", "");
        server.await("refused or bound", () -> server.simulator().bindAttempts() >= 3);
        assertThat(server.adapter().account("default")).isPresent();
        assertThat(server.adapter().accounts()).hasSize(2);
        connection.close();
    }

    @Test
    void more_accounts_than_maxAccounts_are_refused_by_name_and_an_idle_one_makes_room() throws Exception {
        SmppConnectionFactory smpp = connections();
        SmppConnection one = smpp.getConnection("one", "secret");
        SmppConnection two = smpp.getConnection("two", "secret");
        assertThatThrownBy(() -> smpp.getConnection("three", "secret"))
                .isInstanceOf(SmppException.class)
                .hasMessageContaining("maxAccounts: 2 accounts are in use");
        assertThat(submitter(smpp.getConnection())).as("the factory's own").isEqualTo("shop");
        one.close();
        SmppConnection three = smpp.getConnection("three", "secret");
        assertThatThrownBy(() -> smpp.getConnection("one", "secret")).hasMessageContaining("maxAccounts");
        assertThat(submitter(three)).isEqualTo("three");
        two.close();
    }

    @Test
    void what_was_stored_by_name_and_password_waits_until_somebody_supplies_the_account_again() throws Exception {
        SmppManagedConnectionFactory storing = server.factory("OUTBOX");
        server.simulator().hosts().forEach(SimulatedHost::stop);
        SmppConnectionFactory smpp = (SmppConnectionFactory) storing.createConnectionFactory(server.container());
        try (SmppConnection connection = smpp.getConnection("app", "secret")) {
            connection.submit(message("of app"));
        }
        server.startAgain(); // no password was on disk
        server.simulator().hosts().forEach(SimulatedHost::start);
        SmppConnectionFactory again =
                (SmppConnectionFactory) server.factory("OUTBOX").createConnectionFactory(server.container());
        again.getConnection().submit(message("of shop"));
        server.awaitTexts("of shop");
        again.getConnection("app", "secret").close(); // supplies it; what waits keeps the account alive
        server.awaitTexts("of shop", "of app");
        assertThat(server.simulator().messages())
                .extracting(StoredMessage::systemId)
                .containsExactlyInAnyOrder("shop", "app");
    }

    @Test
    void an_operator_finds_the_adapters_own_account_by_the_name_that_others_share() throws Exception {
        SmppConnection other = connections().getConnection("app", "secret");
        SmppOperations operations =
                server.adapter().account("default").orElseThrow().operations();
        server.await("usable", () -> operations.state().isUsable());
        assertThat(server.adapter()
                        .account("default")
                        .orElseThrow()
                        .accountKey()
                        .systemId())
                .isEqualTo("shop");
        other.close();
    }
}
