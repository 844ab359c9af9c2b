package org.smppra.simulator.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.engine.SmppClient;

class CertificateTest {
    @TempDir
    private Path directory;

    @Test
    void a_client_trusts_the_certificate_by_either_file() throws Exception {
        Path trustStore = directory.resolve("gateway.p12");
        Path pem = directory.resolve("gateway.pem");
        try (ToolProcess tool = ToolProcess.start(
                "--port-a=-1",
                "--port-b=-1",
                "--tls-port-a=0",
                "--write-trust-store=" + trustStore,
                "--write-certificate=" + pem)) {
            String address = tool.tlsAddress("a");
            String password = tool.found("trust store for clients: .*PKCS12, password ([^)]*)");
            try (SmppClient client = SmppClient.builder()
                    .hosts(address)
                    .systemId("shop")
                    .password("secret")
                    .set("tls", true)
                    .set("tlsTrustStore", trustStore.toString())
                    .set("tlsTrustStorePassword", password)
                    .start()) {
                assertThat(client.awaitUsable(Duration.ofSeconds(60))).isTrue();
            }
            assertThat(handshake(pem, address)).startsWith("TLSv1.");
            String served = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(tool.url() + "/api/certificate"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(served).isEqualTo(Files.readString(pem)).contains("-----BEGIN CERTIFICATE-----\n");
        }
    }

    private static String handshake(Path pem, String address) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            trusted.setCertificateEntry(
                    "gateway", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        URI uri = URI.create("smpp://" + address);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(60_000);
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }
}
