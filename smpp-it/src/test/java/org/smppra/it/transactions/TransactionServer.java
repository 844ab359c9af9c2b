package org.smppra.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.smppra.it.wildfly.Waiting;
import org.smppra.message.Tlv;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.SimulatorBuilder;

/** One server for all tests, made anew after a class in which a test failed; a new provider for each test. */
final class TransactionServer implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(TransactionServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration RECOVERY = Duration.ofSeconds(120);
    /** A reference behind all others. */
    private static final String LAST = "~last";

    private final UnaryOperator<SimulatorBuilder> provider;
    private RunningServer server;
    private Simulator simulator;
    private boolean failed;

    TransactionServer() {
        this(builder -> builder);
    }

    /** @param provider what the tests want of their provider */
    TransactionServer(UnaryOperator<SimulatorBuilder> provider) {
        this.provider = provider;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        ExtensionContext.Store store = context.getRoot().getStore(STORE);
        server = store.get(RunningServer.class, RunningServer.class);
        if (server == null) {
            server = RunningServer.start();
            store.put(RunningServer.class, server);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        server.database().empty();
        simulator = provider.apply(Simulator.builder()
                        .ports(server.portOfHostA(), server.portOfHostB())
                        .account("shop", "secret")
                        .account("paced", "secret")
                        .storeLimit(1_000_000))
                .start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        failed |= context.getExecutionException().isPresent();
        simulator.close();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (failed) {
            context.getRoot().getStore(STORE).remove(RunningServer.class);
            server.close();
        }
    }

    Database database() {
        return server.database();
    }

    WildFly wildfly() {
        return server.wildfly();
    }

    Application application() {
        return server.application();
    }

    Simulator simulator() {
        return simulator;
    }

    void startWildFly() throws Exception {
        wildfly().start(application());
    }

    void stopHosts() {
        simulator.hosts().forEach(SimulatedHost::stop);
    }

    void startHosts() {
        simulator.hosts().forEach(SimulatedHost::start);
    }

    /** Waits until both hosts take messages of the account of most factories. */
    void awaitBound() throws Exception {
        Waiting.until("both hosts are bound", PATIENCE, () -> application().boundHosts("direct") == 2);
    }

    /** Of the database and of the outbox; no host is needed for it. */
    void awaitRecovery() throws Exception {
        Waiting.until(
                "no branch waits for its coordinator",
                RECOVERY,
                () -> database().prepared().isEmpty() && application().inDoubt() == 0);
    }

    /** Waits until the listener has written of each of these, once or more often, that it was accepted. */
    void awaitResults(List<String> references) throws Exception {
        Waiting.until("each message has a result", PATIENCE, () -> database()
                .accepted()
                .containsAll(references));
    }

    /** The references of all messages that the provider accepted, in the order in which they came. */
    List<String> sentInOrder() {
        return simulator.messages().stream()
                .map(each -> each.submitSm()
                        .tlvs()
                        .first(Tlv.USER_MESSAGE_REFERENCE)
                        .orElseThrow()
                        .toLatin1())
                .filter(reference -> !reference.equals(LAST))
                .toList();
    }

    /**
     * The same, sorted, when so many have come, all that was committed has left, and one more that was submitted now has
     * come; one that came twice is there twice.
     */
    List<String> sentAfterAll(int count) throws Exception {
        int before = lasts();
        awaitSent(count + before);
        Done done = application().run(Steps.required(Steps.submit("outbox", LAST)));
        assertThat(done.isFine()).as(done.toString()).isTrue();
        Waiting.until("the last message is there", PATIENCE, () -> lasts() > before);
        awaitNothingWaits();
        return sentInOrder().stream().sorted().toList();
    }

    /** Waits until all that was committed has left. */
    void awaitNothingWaits() throws Exception {
        Waiting.until("nothing waits", PATIENCE, () -> application().waiting("outbox") == 0);
    }

    private int lasts() {
        return (int) simulator.messageCount() - sentInOrder().size();
    }

    void awaitSent(int count) {
        awaitSent(count, Duration.ZERO);
    }

    /** @param more than is usual, for what leaves at a rate */
    void awaitSent(int count, Duration more) {
        assertThat(simulator.await(() -> simulator.messageCount() >= count, PATIENCE.plus(more)))
                .as("%s messages came, of %s", simulator.messageCount(), count)
                .isTrue();
    }
}
