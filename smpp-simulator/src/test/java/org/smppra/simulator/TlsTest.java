package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.Unbind;

class TlsTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension
    static final SimulatorExtension GATEWAY =
            SimulatorExtension.of(builder -> builder.tls().reportDelay(Duration.ZERO));

    private static TestClient connect(String name, int port) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(GATEWAY.simulator().trustStore())) {
            trusted.load(in, GATEWAY.simulator().trustStorePassword().toCharArray());
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(name, port);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return new TestClient(socket);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void tls_is_spoken_from_the_first_octet_with_a_certificate_for_this_machine(String name) throws Exception {
        SimulatedHost a = GATEWAY.host("a");
        try (TestClient client = connect(name, a.tlsPort())) {
            client.bound(new BindTransceiver("shop", "secret", "", 0x34, 0, 0, ""));
            assertThat(a.binds()).singleElement().satisfies(bind -> assertThat(bind.tls())
                    .isTrue());
            client.ask(TestClient.message("4512345678", "ref"));
            assertThat(client.acknowledgedReport()).endsWith("text:ref");
            client.ask(new Unbind());
            assertThat(client.isClosedByPeer()).isTrue();
        }
        assertThat(GATEWAY.simulator().await(() -> a.connections() == 0, SOON)).isTrue();
    }

    @Test
    void a_client_that_speaks_no_tls_on_the_tls_port_stops_nothing() throws Exception {
        SimulatedHost b = GATEWAY.host("b");
        try (TestClient plain = new TestClient(new java.net.Socket("127.0.0.1", b.tlsPort()))) {
            plain.send(new EnquireLink());
            plain.readToEnd();
        }
        try (TestClient client = connect("localhost", b.tlsPort())) {
            client.bound(new BindTransceiver("shop", "secret", "", 0x34, 0, 0, ""));
            b.kill();
            assertThat(client.isClosedByPeer()).isTrue();
        }
        b.start();
        assertThat(b.tlsAddress()).isEqualTo("127.0.0.1:" + b.tlsPort());
    }

    @Test
    void without_tls_there_is_no_tls_port_and_no_trust_store() {
        try (Simulator plain = Simulator.builder().freePorts().start()) {
            assertThat(plain.host("a").tlsPort()).isEqualTo(-1);
            assertThatThrownBy(() -> plain.host("a").tlsAddress()).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(plain::trustStore).isInstanceOf(IllegalStateException.class);
        }
    }
}
