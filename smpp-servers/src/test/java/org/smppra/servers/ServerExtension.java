package org.smppra.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.smppra.message.Tlv;
import org.smppra.servers.application.Step;
import org.smppra.simulator.BindView;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.StoredMessage;

/**
 * One server for all classes, made anew after one in which a test failed. Each test finds the adapter and the application
 * deployed as its class wants it, all hosts of the provider up, and nothing of another test. The classes run in the order
 * of their names, in which there are few changes of what is deployed.
 */
final class ServerExtension
        implements ExecutionCondition, BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    static final Duration PATIENCE = Duration.ofMinutes(2);
    static final String GATEWAY = "smpp/gateway";
    static final String DIRECT = "smpp/direct";

    /** The release that all servers of the usual build run on. */
    private static final int BUILT_WITH = 17;

    private static final int JAVA = Integer.getInteger("servers.java", BUILT_WITH);

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(ServerExtension.class);

    private final Packaging packaging;
    private TestedServer tested;
    /** Messages of earlier tests. */
    private long earlier;

    private boolean failed;

    ServerExtension() {
        this(Packaging.STANDALONE);
    }

    ServerExtension(Packaging packaging) {
        this.packaging = packaging;
    }

    /** A JDK that the product is not built with may be missing; then the class is skipped, and not passed. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ConditionEvaluationResult result = condition(System.getProperty("servers.name"), JAVA);
        if (result.isDisabled() && context.getTestMethod().isEmpty()) {
            System.err.println(result.getReason().orElseThrow());
        }
        return result;
    }

    static ConditionEvaluationResult condition(String suite, int java) {
        try {
            return java == BUILT_WITH || JavaHome.of(java).isPresent()
                    ? ConditionEvaluationResult.enabled("there is a JDK " + java)
                    : ConditionEvaluationResult.disabled(missing(suite, java));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String missing(String suite, int java) {
        return suite + " did NOT run: there is no JDK " + java + ". Name one by JDK" + java
                + "_HOME, or install it beside the one that runs Maven.";
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        ExtensionContext.Store store = context.getRoot().getStore(STORE);
        tested = store.get(TestedServer.class, TestedServer.class);
        if (tested == null) {
            tested = TestedServer.start(JavaHome.of(JAVA)
                    .orElseThrow(() -> new IllegalStateException(missing(System.getProperty("servers.name"), JAVA))));
            store.put(TestedServer.class, tested);
        }
        tested.be(packaging);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        Waiting.until("all hosts are bound", PATIENCE, () -> simulator().hosts().stream()
                .allMatch(host -> host.binds().stream().anyMatch(ServerExtension::isAdapters)));
        awaitAcknowledged();
        tested.database().empty();
        earlier = simulator().messageCount();
    }

    /** A test that failed may have left the hosts down, and a statement that hangs. */
    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (context.getExecutionException().isPresent()) {
            failed = true;
            tested.proxy().cutHanging();
            startHosts();
        }
    }

    /** What failed may as well be what is done before all tests or after them, here or in the class. */
    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        failed |= context.getExecutionException().isPresent();
        if (failed && tested != null) {
            context.getRoot().getStore(STORE).remove(TestedServer.class);
            tested.closeAndKeep();
        }
    }

    Packaging packaging() {
        return packaging;
    }

    TestedServer tested() {
        return tested;
    }

    ApplicationServer server() {
        return tested.server();
    }

    Database database() {
        return tested.database();
    }

    Simulator simulator() {
        return tested.simulator();
    }

    CheckClient check() {
        return tested.check();
    }

    void stopHosts() {
        simulator().hosts().forEach(SimulatedHost::stop);
    }

    void startHosts() {
        simulator().hosts().forEach(SimulatedHost::start);
    }

    /** The order and its message, in one transaction. */
    void ship(String reference) throws Exception {
        check().transact(GATEWAY, reference, Step.ROW, Step.SUBMIT);
    }

    /** Waits until this message has come to the provider. */
    void awaitSent(String reference) throws Exception {
        Waiting.until(reference + " has come", PATIENCE, () -> sent().contains(reference));
    }

    /** Waits until the bean has committed the receipts of these, and the provider has heard so of all. */
    void awaitReceipts(String... references) throws Exception {
        Waiting.until("the receipts are committed", PATIENCE, () -> database()
                .receipts()
                .containsAll(List.of(references)));
        awaitAcknowledged();
    }

    private static boolean isAdapters(BindView bind) {
        return !bind.tls() && bind.systemId().equals(Provider.ACCOUNT);
    }

    private void awaitAcknowledged() throws Exception {
        Waiting.until(
                "the receipts are acknowledged", PATIENCE, () -> simulator().reportsWaiting(Provider.ACCOUNT) == 0);
    }

    /** The references of all messages at the provider, in their order; one that came twice is there twice. */
    List<String> sent() {
        return messages().stream().map(ServerExtension::reference).sorted().toList();
    }

    /** As they came to the provider. */
    List<StoredMessage> messages() {
        return simulator().messages().stream().skip(earlier).toList();
    }

    static String reference(StoredMessage message) {
        return message.submitSm()
                .tlvs()
                .first(Tlv.USER_MESSAGE_REFERENCE)
                .orElseThrow()
                .toLatin1();
    }
}
