package org.smppra.ra.container;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smppra.ShortMessage;
import org.smppra.SmppConnectionFactory;
import org.smppra.ra.SmppResourceAdapter;
import org.smppra.ra.StartedAdapter;
import org.smppra.ra.outbound.SmppManagedConnectionFactory;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;
import org.smppra.simulator.StoredMessage;

/** An adapter in the strict container, with two hosts and a directory of its own. */
public final class ServedAdapter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final List<StrictContainer> containers = new ArrayList<>();
    private final Simulator simulator;
    private final TinyTransactions transactions = new TinyTransactions();
    private SmppResourceAdapter adapter;

    public ServedAdapter(Path directory) {
        this.directory = directory;
        this.simulator = Simulator.builder().freePorts().start();
        this.adapter = configured();
    }

    public Simulator simulator() {
        return simulator;
    }

    public TinyTransactions transactions() {
        return transactions;
    }

    public SmppResourceAdapter adapter() {
        return adapter;
    }

    /** One as an administrator sets it, not started. */
    public SmppResourceAdapter configured() {
        SmppResourceAdapter made = new SmppResourceAdapter();
        made.setHosts(simulator.hosts().stream().map(SimulatedHost::address).collect(Collectors.joining(",")));
        made.setSystemId("shop");
        made.setPassword("secret");
        made.setOutboxDirectory(directory.toString());
        made.setReconnectMaxDelayMillis(500);
        made.setCloseTimeoutMillis(1_000);
        return made;
    }

    public ServedAdapter start() throws Exception {
        StartedAdapter.start(adapter, transactions);
        return this;
    }

    /** Another adapter object over the same directory, as a server makes one when it starts again. */
    public void startAgain() throws Exception {
        stop();
        adapter = configured();
        start();
    }

    public void stop() {
        adapter.stop();
    }

    public SmppManagedConnectionFactory factory(String submitMode) {
        SmppManagedConnectionFactory factory = new SmppManagedConnectionFactory();
        factory.setSubmitMode(submitMode);
        factory.setResourceAdapter(adapter);
        return factory;
    }

    /** The factory's pool. */
    public StrictContainer container() {
        StrictContainer container = new StrictContainer(transactions);
        containers.add(container);
        return container;
    }

    /** A factory in a pool of its own. */
    public SmppConnectionFactory connections(String submitMode) throws Exception {
        return (SmppConnectionFactory) factory(submitMode).createConnectionFactory(container());
    }

    public static ShortMessage message(String text) {
        return ShortMessage.to("4512345678").from("Shop").text(text).build();
    }

    /** The texts that the SMSC has, in order. */
    public List<String> texts() {
        return simulator.messages().stream()
                .map(StoredMessage::submitSm)
                .map(submit -> submit.shortMessage().toLatin1())
                .toList();
    }

    public void await(String what, BooleanSupplier condition) {
        if (!simulator.await(condition, PATIENCE)) {
            throw new AssertionError("not in time: " + what + "; the SMSC has " + texts());
        }
    }

    /** These and no others, in whatever order: two hosts took them. */
    public void awaitTexts(String... texts) {
        await(String.join(",", texts), () -> texts().size() >= texts.length);
        if (!texts().stream().sorted().toList().equals(Stream.of(texts).sorted().toList())) {
            throw new AssertionError("expected " + List.of(texts) + ", the SMSC has " + texts());
        }
    }

    /** Both hosts, and the adapter knows it. */
    public void awaitBound() {
        await("bound", () -> adapter.account("default")
                .map(account -> account.state().hosts().values().stream().allMatch(host -> host.submitting() > 0))
                .orElse(false));
    }

    /** @throws AssertionError on every misuse that a container saw */
    @Override
    public void close() {
        containers.forEach(StrictContainer::close);
        adapter.stop();
        simulator.close();
        List<String> violations =
                containers.stream().flatMap(each -> each.violations().stream()).toList();
        if (!violations.isEmpty()) {
            throw new AssertionError("misuse of the contract: " + violations);
        }
    }
}
