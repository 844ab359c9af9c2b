package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.SubmitResult;
import org.smppra.ra.settings.AccountProperties;

/** TLS as hosts may do it, well and badly. */
class TlsPeerTest {
    @TempDir
    static Path directory;

    private static Keys server;
    private static Keys renewed;
    private static Keys client;

    @BeforeAll
    static void make() throws Exception {
        server = Keys.make(directory, "server", "ip:127.0.0.1,dns:gateway.example");
        renewed = Keys.make(directory, "renewed", "ip:127.0.0.1");
        client = Keys.make(directory, "client", "dns:client.example");
    }

    private static RunningEngine engine(RawPeer peer, Path trustStore, Consumer<AccountProperties> more) {
        return new RunningEngine(peer.address(), p -> {
            p.setTls(true);
            p.setTlsTrustStore(trustStore.toString());
            p.setTlsTrustStorePassword(Keys.PASSWORD);
            p.setReconnectMaxDelayMillis(20);
            p.setCloseTimeoutMillis(200);
            more.accept(p);
        });
    }

    private static String error(RunningEngine engine) {
        return engine.account()
                .state()
                .hosts()
                .values()
                .iterator()
                .next()
                .lastError()
                .orElse("");
    }

    private static void awaitError(RunningEngine engine, String words) {
        RunningEngine.await(() -> error(engine).matches("(?s).*(" + words + ").*"));
        assertThat(engine.account().state().isUsable()).isFalse();
    }

    @ParameterizedTest(name = "shows a certificate: {0}")
    @ValueSource(booleans = {true, false})
    void a_host_that_asks_for_a_certificate_gets_the_key_stores(boolean shows) throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        RawPeer.Encryption asking = RawPeer.tls(server.contextTrusting(client));
        try (RawPeer peer = new RawPeer(
                        plain -> {
                            SSLSocket socket = (SSLSocket) asking.over(plain);
                            socket.setNeedClientAuth(true);
                            return socket;
                        },
                        connection -> {
                            seen.add(((SSLSocket) connection.socket())
                                    .getSession()
                                    .getPeerPrincipal()
                                    .getName());
                            connection.behave();
                        });
                RunningEngine engine = engine(peer, server.trustStore(), p -> {
                    if (shows) {
                        p.setTlsKeyStore(client.keyStore().toString());
                        p.setTlsKeyStorePassword(Keys.PASSWORD);
                    }
                })) {
            if (shows) {
                engine.awaitBound(1);
                assertThat(Callers.submit(engine, RunningEngine.message("m"))).isInstanceOf(SubmitResult.class);
                assertThat(seen).containsExactly("CN=client");
            } else {
                awaitError(engine, "certificate");
                assertThat(seen).isEmpty();
            }
        }
    }

    @Test
    void a_renewed_trust_store_is_read_at_the_next_connect() throws Exception {
        Path trusted = directory.resolve("trusted.p12");
        Files.copy(server.trustStore(), trusted);
        try (RawPeer peer = new RawPeer(RawPeer.tls(renewed.context()), RawConnection::behave);
                RunningEngine engine = engine(peer, trusted, p -> {})) {
            awaitError(engine, "PKIX|certification path");
            Files.move(renewed.trustStore(), trusted, StandardCopyOption.REPLACE_EXISTING);
            engine.awaitBound(1);
        }
    }

    @Test
    void a_trust_store_that_is_not_there_is_named() throws Exception {
        try (RawPeer peer = new RawPeer(RawPeer.tls(server.context()), RawConnection::behave);
                RunningEngine engine = engine(peer, directory.resolve("missing.p12"), p -> {})) {
            awaitError(engine, "tlsTrustStore: cannot read .*missing.p12");
        }
    }

    /** A name with a dot, which this machine does not know: see DnsTest for where it comes from. */
    @Test
    void the_name_that_was_configured_is_sent_as_sni_and_verified() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        Path hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.1 gateway.example other.example\n");
        try (RawPeer peer = new RawPeer(RawPeer.tls(server.context()), connection -> {
            SSLSocket socket = (SSLSocket) connection.socket();
            socket.startHandshake();
            asked.add(((ExtendedSSLSession) socket.getSession())
                    .getRequestedServerNames()
                    .toString());
            connection.behave();
        })) {
            String port = ":" + peer.port();
            try (ForkedJvm jvm = EngineProgram.fork(
                    List.of("-Djdk.net.hosts.file=" + hosts),
                    "gateway.example" + port + ",other.example" + port,
                    server.trustStore().toString(),
                    Keys.PASSWORD)) {
                RunningEngine.await(() -> jvm.ask("bound").equals("1"));
                RunningEngine.await(() -> jvm.ask("error").contains("other.example"));
                assertThat(jvm.ask("submit m")).isEqualTo("ACCEPTED");
                assertThat(asked).anyMatch(names -> names.contains("gateway.example"));
                jvm.endWell();
            }
        }
    }

    /** Record and handshake of TLS 1.1: server hello, version 3.2, an old cipher suite. */
    private static final String SERVER_HELLO_1_1 = "160302 002A 02 000026 0302 " + "00".repeat(32) + " 00 002F 00";

    @Test
    void tls_1_1_is_not_offered_and_not_accepted() throws Exception {
        List<byte[]> hellos = new CopyOnWriteArrayList<>();
        try (RawPeer peer = new RawPeer(connection -> {
                    byte[] head = connection.in().readNBytes(5);
                    if (head.length < 5) {
                        return; // the test is over
                    }
                    hellos.add(connection.in().readNBytes((head[3] & 0xFF) << 8 | head[4] & 0xFF));
                    connection.write(RawConnection.hex(SERVER_HELLO_1_1));
                    connection.readToEnd();
                });
                ForkedJvm jvm = EngineProgram.fork(
                        List.of("-Dweak.tls=true"),
                        peer.address(),
                        server.trustStore().toString(),
                        Keys.PASSWORD)) {
            RunningEngine.await(() -> jvm.ask("error").matches(".*(TLSv1.1|TLS11).*"));
            // The extension supported_versions: 1.3 and 1.2, nothing else.
            assertThat(java.util.HexFormat.of().formatHex(hellos.get(0))).contains("002b0005040304" + "0303");
            jvm.endWell();
        }
    }

    @Test
    void a_handshake_that_is_never_answered_ends_with_the_connect_timeout() {
        try (RawPeer peer = new RawPeer(RawConnection::stall);
                RunningEngine engine = engine(peer, server.trustStore(), p -> p.setConnectTimeoutMillis(200))) {
            awaitError(engine, "timed out");
            RunningEngine.await(() -> peer.accepted() >= 2);
        }
    }

    /** One octet now and then is no progress either. */
    @Test
    void a_handshake_that_drips_ends_with_the_connect_timeout_too() {
        AtomicBoolean left = new AtomicBoolean();
        AtomicInteger octets = new AtomicInteger();
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.write(RawConnection.hex("16 0303 4000 02 003FFC 0303")); // a long one begins
                    connection.socket().setSoTimeout(50);
                    while (octets.incrementAndGet() < 200) {
                        connection.write(new byte[1]);
                        try {
                            if (connection.in().readNBytes(4_096).length < 4_096) {
                                break;
                            }
                        } catch (java.net.SocketTimeoutException e) {
                            // still there
                        }
                    }
                    left.set(true);
                });
                RunningEngine engine = engine(peer, server.trustStore(), p -> {
                    p.setConnectTimeoutMillis(300);
                    p.setReconnectMaxDelayMillis(60_000);
                })) {
            RunningEngine.await(left::get);
            assertThat(octets.get()).as("octets, 50 ms each").isLessThan(100);
            assertThat(engine.account().state().isUsable()).isFalse();
        }
    }

    @Test
    void a_plain_host_where_tls_is_configured_is_a_clear_error() {
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.in().readNBytes(16);
                    connection.write(RawConnection.hex("00000010 80000000 00000002 00000000"));
                    connection.readToEnd();
                });
                RunningEngine engine = engine(peer, server.trustStore(), p -> {})) {
            awaitError(engine, "(?i)(SSL|TLS)");
        }
    }

    @ParameterizedTest(name = "the host {0}")
    @CsvSource({"answers with an alert,true", "just closes,false"})
    void a_tls_host_where_none_is_configured_is_a_clear_error(String what, boolean alert) throws Exception {
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.in().readNBytes(16);
                    if (alert) {
                        connection.write(RawConnection.hex("15 0303 0002 02 0A")); // unexpected_message
                    }
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> p.setReconnectMaxDelayMillis(20))) {
            awaitError(engine, alert ? "lost the place in the stream|TLS" : "closed|reset");
        }
    }
}
