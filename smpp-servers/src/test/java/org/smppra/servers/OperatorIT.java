package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.servers.ServerExtension.GATEWAY;
import static org.smppra.servers.ServerExtension.PATIENCE;

import com.sun.tools.attach.VirtualMachine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What whoever runs the server sees, and does not see. */
class OperatorIT {
    @RegisterExtension
    static final ServerExtension SERVER = new ServerExtension();

    private static final String SUITE = System.getProperty("servers.name").replaceFirst("-\\d+$", "");

    /** What the server itself says, and its page quotes. */
    private static final Map<String, List<String>> OF_THE_SERVER = Map.of(
            "wildfly",
            List.of("WFLYEJB0042: Started message driven bean 'Receipts' with 'smpp-ra.rar' resource adapter"),
            "liberty",
            List.of(
                    "J2CA7001I: Resource adapter smpp-ra installed",
                    "CNTR0180I: The Receipts message-driven bean",
                    "J2CA8801I: The message endpoint"),
            "tomee",
            List.of("Activated endpoint for Receipts"));

    private static final List<String> SECRETS = List.of(Provider.SECRET, Provider.TRUST_SECRET);

    @Test
    void the_log_says_what_the_page_promises() throws Exception {
        String page =
                Files.readString(Path.of("../docs/servers", SUITE + ".md")).replaceAll("\\s+", " ");
        List<String> all = new ArrayList<>(OF_THE_SERVER.getOrDefault(SUITE, List.of()));
        all.addAll(List.of("SMPP-101 account default: bound to ", "SMPP-108 account default: has a listener"));
        assertThat(page).contains(all);

        all.add("SMPP-101 account default: bound to 127.0.0.1:" + port("a"));
        all.add("SMPP-101 account default: bound to 127.0.0.1:" + port("b"));
        assertThat(SERVER.server().log()).contains(all);
    }

    @Test
    void the_object_for_operators_knows_what_waits() throws Exception {
        SERVER.stopHosts();
        SERVER.ship("waits");
        assertThat(SERVER.check().waitingByOperations()).isEqualTo(1);
        SERVER.startHosts();
        Waiting.until("it has left", PATIENCE, () -> SERVER.check().waitingByOperations() == 0);
        SERVER.awaitReceipts("waits");
    }

    /** With nothing but the server's process id, and no class of the adapter. */
    @Test
    @SuppressWarnings("BanJNDI") // the address is the JVM's own answer
    void jconsole_reaches_the_adapter() throws Exception {
        VirtualMachine jvm =
                VirtualMachine.attach(String.valueOf(SERVER.server().pid()));
        try (JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(jvm.startLocalManagementAgent()))) {
            MBeanServerConnection mbeans = connector.getMBeanServerConnection();
            ObjectName adapter = new ObjectName("org.smppra:type=Adapter,name=\"default\"");
            assertThat(mbeans.getAttribute(adapter, "OutboxOpen")).isEqualTo(true);
            assertThat((Object[]) mbeans.getAttribute(adapter, "InDoubt")).isEmpty();
        } finally {
            jvm.detach();
        }
    }

    /** Neither what configures the server nor what it wrote; the account has signed on with it since. */
    @Test
    void no_file_of_the_server_has_the_password_in_clear() throws Exception {
        assertThat(SERVER.check().submitting(GATEWAY)).isEqualTo(2);
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SERVER.tested().serverDirectory())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = unquoted(Files.readString(file, StandardCharsets.ISO_8859_1));
                if (SECRETS.stream().map(OperatorIT::unquoted).anyMatch(content::contains)) {
                    found.add(file);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** However a file writes it. */
    private static String unquoted(String text) {
        return text.replace("&quot;", "\"").replace("\\", "");
    }

    private static String port(String host) {
        return SERVER.tested().provider().portsByExample().get(host + "2775");
    }
}
