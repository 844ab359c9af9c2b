package org.smppra.it.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.smppra.it.receipts.application.Fate;
import org.smppra.it.receipts.application.Receipts;
import org.smppra.it.wildfly.Waiting;
import org.smppra.simulator.BindType;
import org.smppra.simulator.BindView;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.SimulatorBuilder;

/** One server for all tests that set the adapter alike; made anew after a test that failed; a new provider and no
 * application for each test. */
final class InboundServer implements BeforeEachCallback, AfterEachCallback {
    /** One that a bean may set, whose answers may take long. */
    private static final String PATIENT = "patient";

    static final int SCALE = Integer.getInteger("smpp.test.scale", 1);
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(InboundServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** For all reports of a test to be taken. */
    private static final Duration ALL = Duration.ofMinutes(2L + SCALE / 2);

    private final AdapterSettings settings;
    private final BiFunction<SimulatorBuilder, InboundWildFly, SimulatorBuilder> provider;
    private final List<String> applications = new ArrayList<>();
    private InboundWildFly server;
    private Simulator simulator;
    private Reports reports;

    InboundServer() {
        this(Map.of(), (builder, server) -> builder);
    }

    /**
     * @param settings of the adapter
     * @param provider what the tests want of their provider
     */
    InboundServer(
            Map<String, String> settings, BiFunction<SimulatorBuilder, InboundWildFly, SimulatorBuilder> provider) {
        this(AdapterSettings.of(settings), provider);
    }

    InboundServer(AdapterSettings settings, BiFunction<SimulatorBuilder, InboundWildFly, SimulatorBuilder> provider) {
        this.settings = settings;
        this.provider = provider;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        ExtensionContext.Store store = context.getRoot().getStore(STORE);
        server = store.get(settings, InboundWildFly.class);
        if (server == null) {
            server = InboundWildFly.start(settings);
            store.put(settings, server);
        }
        server.database().execute("TRUNCATE receipt, repeat, message");
        reports = new Reports();
        simulator = provider.apply(
                        Simulator.builder()
                                .ports(server.portOfHostA(), server.portOfHostB())
                                .account("shop", "secret")
                                .account(PATIENT, "secret")
                                .redeliveryDelay(Duration.ofMillis(500))
                                .listener(reports),
                        server)
                .start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        simulator.close();
        if (context.getExecutionException().isPresent()) {
            // It may hang, and is nothing for the next test.
            context.getRoot().getStore(STORE).remove(settings);
            server.wildfly().kill();
            server.close();
        } else {
            for (String application : applications) {
                server.management().remove(application + ".war");
            }
        }
        applications.clear();
    }

    /** From now on the reports of this test are those of {@link #PATIENT}, with these settings of its bean. */
    Map<String, String> patient(Map<String, String> settings) {
        reports.belongTo(PATIENT);
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(Map.of(
                "account", PATIENT, "systemId", PATIENT, "password", "secret", "deliverAnswerTimeoutMillis", "600000"));
        return all;
    }

    /** Deploys an application of this name, with the bean for receipts. */
    InboundApplication deploy(String name, Map<String, String> properties) throws Exception {
        return deploy(name, Receipts.class, properties);
    }

    InboundApplication deploy(String name, Class<?> bean, Map<String, String> properties) throws Exception {
        server.management().deploy(InboundApplication.war(name, bean, properties));
        applications.add(name);
        return server.application(name);
    }

    /** SIGKILL; what was acknowledged before it is not asked of the application any more. */
    void kill() throws Exception {
        server.wildfly().kill();
        awaitDeath();
    }

    /** Until nothing that it said can come any more. */
    void awaitDeath() throws Exception {
        Waiting.until("the server has ended", ALL, () -> !server.wildfly().isRunning());
        assertThat(simulator.await(
                        () -> simulator.hosts().stream().allMatch(host -> host.connections() == 0), PATIENCE))
                .isTrue();
    }

    void startAgain() throws Exception {
        server.startAgain();
    }

    Management management() {
        return server.management();
    }

    InboundWildFly server() {
        return server;
    }

    Simulator simulator() {
        return simulator;
    }

    Reports reports() {
        return reports;
    }

    /** @return their message ids */
    List<String> send(int count, Fate fate) {
        return reports.send(simulator, count, fate);
    }

    /** The message ids of the rows, in their order. */
    List<String> rows() throws Exception {
        return server.database().texts("SELECT message_id FROM receipt ORDER BY message_id");
    }

    int rowCount() throws Exception {
        return Integer.parseInt(
                server.database().texts("SELECT count(*) FROM receipt").get(0));
    }

    /** The rows that the bean of this application wrote. */
    List<String> rowsOf(String application) throws Exception {
        return server.database()
                .texts("SELECT message_id FROM receipt WHERE application = '" + application + "' ORDER BY message_id");
    }

    /** The texts of the messages that the bean of this application wrote. */
    List<String> messagesOf(String application) throws Exception {
        return server.database()
                .texts("SELECT text FROM message WHERE application = '" + application + "' ORDER BY text");
    }

    /** The message ids of receipts that came once more to a bean, after one had committed them. */
    List<String> repeats() throws Exception {
        return server.database().texts("SELECT message_id FROM repeat");
    }

    List<String> repeatsNotFlagged() throws Exception {
        return server.database().texts("SELECT message_id FROM repeat WHERE NOT possible_duplicate");
    }

    void awaitRows(int count) throws Exception {
        Waiting.until(count + " rows are there", ALL, () -> rowCount() >= count);
    }

    /** Waits until each was written to a client, which has it then. */
    void awaitWritten(Collection<String> ids) throws Exception {
        Waiting.until(
                "they are on their way", PATIENCE, () -> ids.stream().allMatch(id -> reports.timesWritten(id) > 0));
    }

    /** Waits until each was answered, whichever way. */
    void awaitAnswered(Collection<String> ids) throws Exception {
        Waiting.until("they are answered", PATIENCE, () -> ids.stream().allMatch(id -> reports.timesAnswered(id) > 0));
    }

    /** Waits until the provider has nothing left that is not acknowledged. */
    void awaitAllAcknowledged() {
        assertThat(simulator.await(() -> simulator.reportsWaiting(reports.systemId()) == 0, ALL))
                .as("%s reports are not acknowledged", simulator.reportsWaiting(reports.systemId()))
                .isTrue();
    }

    void awaitBound() throws Exception {
        Waiting.until("both hosts are bound", PATIENCE, () -> simulator.hosts().stream()
                .allMatch(host -> host.binds().size() > 0));
    }

    /**
     * After this nothing of this account is bound anew any more. That of an application which another test removed stays
     * for a minute.
     */
    void awaitReceiving() throws Exception {
        boolean receives = simulator.await(() -> simulator.hosts().stream().allMatch(this::isReceivedFrom), PATIENCE);
        if (!receives) {
            throw new AssertionError("not one bind to each host that receives: " + situation());
        }
    }

    private boolean isReceivedFrom(SimulatedHost host) {
        List<BindView> binds = host.binds();
        List<BindView> own = binds.stream()
                .filter(bind -> bind.systemId().equals(reports.systemId()))
                .toList();
        return own.size() == 1
                && own.get(0).bindType() != BindType.TRANSMITTER
                && host.connections() == binds.size(); // none that is just made
    }

    private String situation() throws Exception {
        StringBuilder hosts = new StringBuilder();
        for (SimulatedHost host : simulator.hosts()) {
            hosts.append(String.format(
                    "host %s: listens %s, %d connections, binds %s%n",
                    host.name(), host.isListening(), host.connections(), host.binds()));
        }
        List<String> said = server.wildfly()
                .console()
                .lines()
                .filter(line -> line.contains("SMPP-"))
                .toList();
        return hosts + "server " + (server.wildfly().isRunning() ? "runs" : "ended") + ", said last:\n"
                + String.join("\n", said.subList(Math.max(0, said.size() - 12), said.size()));
    }

    SimulatedHost host(String name) {
        return simulator.host(name);
    }

    /** What must hold at any time: what is acknowledged has its row. */
    void assertNothingAcknowledgedWithoutRow() throws Exception {
        TreeSet<String> missing = new TreeSet<>(reports.acknowledged());
        missing.removeAll(rows());
        assertThat(missing).as("acknowledged, without a row").isEmpty();
    }

    /** What must hold in the end: each report has its row, and was acknowledged; nothing was dropped. */
    void assertEachReportHasItsRow() throws Exception {
        awaitAllAcknowledged();
        // The provider counts an acknowledgement before it tells of it.
        Waiting.until("each acknowledgement is noted", PATIENCE, () -> reports.acknowledged()
                .containsAll(reports.made()));
        assertThat(rows()).isEqualTo(reports.made());
        assertThat(List.copyOf(reports.acknowledged())).isEqualTo(reports.made());
        assertThat(simulator.reportsDropped(reports.systemId())).isZero();
    }
}
