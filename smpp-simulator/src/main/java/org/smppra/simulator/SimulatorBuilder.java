package org.smppra.simulator;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smppra.simulator.behaviour.Behaviour;

/** Collects the settings of a {@link Simulator}. Not safe for use by several threads. */
public final class SimulatorBuilder {
    private HostPorts a = new HostPorts("a", 2775, 8775);
    private HostPorts b = new HostPorts("b", 2776, 8776);
    private InetAddress bindAddress = InetAddress.getLoopbackAddress();
    private boolean tls;
    private @Nullable Path keyStore;
    private String keyStorePassword = "";
    private final Map<String, String> accounts = new LinkedHashMap<>();
    private final Outcomes outcomes = new Outcomes();
    private Duration reportDelay = Duration.ofMillis(500);
    private Duration redeliveryDelay = Duration.ofSeconds(1);
    private Duration answerTimeout = Duration.ofSeconds(30);
    private Duration bindTimeout = Duration.ofSeconds(10);
    private Duration writeTimeout = Duration.ofSeconds(10);
    private Duration unbindTimeout = Duration.ofSeconds(5);
    private int reportWindow = 100;
    private int reportLimit = 25_000;
    private int storeLimit = 100_000;
    private final List<Behaviour> behaviours = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private SimulatorListener listener = SimulatorListener.NONE;
    private @Nullable WireListener wireListener;

    SimulatorBuilder() {}

    /** All hosts on free ports. */
    public SimulatorBuilder freePorts() {
        return ports(HostPorts.ANY_FREE, HostPorts.ANY_FREE).portsOfTls(HostPorts.ANY_FREE, HostPorts.ANY_FREE);
    }

    /** The plain ports; 0: a free one, -1: none. */
    public SimulatorBuilder ports(int ofA, int ofB) {
        a = new HostPorts("a", ofA, a.tls());
        b = new HostPorts("b", ofB, b.tls());
        return this;
    }

    /** Listens for TLS too, with a certificate made for localhost unless a key store is given. */
    public SimulatorBuilder tls() {
        tls = true;
        return this;
    }

    /** {@link #tls()} on these ports; 0: a free one, -1: none. */
    public SimulatorBuilder tlsPorts(int ofA, int ofB) {
        return tls().portsOfTls(ofA, ofB);
    }

    private SimulatorBuilder portsOfTls(int ofA, int ofB) {
        a = new HostPorts("a", a.plain(), ofA);
        b = new HostPorts("b", b.plain(), ofB);
        return this;
    }

    /** {@link #tls()} with this certificate and key, PKCS12. */
    public SimulatorBuilder keyStore(Path file, String password) {
        keyStore = Objects.requireNonNull(file, "file");
        keyStorePassword = Objects.requireNonNull(password, "password");
        return tls();
    }

    /** Where to listen; the loopback address unless set. */
    public SimulatorBuilder bindAddress(InetAddress address) {
        bindAddress = Objects.requireNonNull(address, "address");
        return this;
    }

    /** One that may bind; without any, all may. */
    public SimulatorBuilder account(String systemId, String password) {
        accounts.put(systemId, password);
        return this;
    }

    /** From an accepted message to its report; 500 ms. Zero: at once, but never before the answer. */
    public SimulatorBuilder reportDelay(Duration delay) {
        reportDelay = notNegative(delay);
        return this;
    }

    /** What becomes of messages to numbers that begin so; DELIVRD 000 where nothing fits, the longest prefix wins. */
    public SimulatorBuilder outcome(String prefix, String stat, String err) {
        return outcome(prefix, MessageOutcome.of(stat, err));
    }

    /** The same with all that can be said. */
    public SimulatorBuilder outcome(String prefix, MessageOutcome outcome) {
        outcomes.put(prefix, outcome);
        return this;
    }

    /** The same as a text, such as {@code +4599=UNDELIV:019:delay=5s:enroute=before}. */
    public SimulatorBuilder outcome(String rule) {
        outcomes.put(rule);
        return this;
    }

    /** From an error answer to a report to the next attempt; 1 s. */
    public SimulatorBuilder redeliveryDelay(Duration delay) {
        redeliveryDelay = notNegative(delay);
        return this;
    }

    /** How long a report may stay unanswered until it is sent again; 30 s. */
    public SimulatorBuilder answerTimeout(Duration timeout) {
        answerTimeout = notNegative(timeout);
        return this;
    }

    /** How long a connection may be without a bind; 10 s. */
    public SimulatorBuilder bindTimeout(Duration timeout) {
        bindTimeout = notNegative(timeout);
        return this;
    }

    /** How long a write may last; 10 s. */
    public SimulatorBuilder writeTimeout(Duration timeout) {
        writeTimeout = notNegative(timeout);
        return this;
    }

    /** How long {@link SimulatedHost#stop()} waits for the clients' unbind_resp; 5 s. */
    public SimulatorBuilder unbindTimeout(Duration timeout) {
        unbindTimeout = notNegative(timeout);
        return this;
    }

    /** Reports without an answer, a bind; 100. */
    public SimulatorBuilder reportWindow(int reports) {
        reportWindow = positive(reports);
        return this;
    }

    /** Unacknowledged reports kept, an account; 25,000. */
    public SimulatorBuilder reportLimit(int reports) {
        reportLimit = positive(reports);
        return this;
    }

    /** Messages kept in full, the newest; 100,000, and no more than 128 MiB of content. */
    public SimulatorBuilder storeLimit(int messages) {
        storeLimit = positive(messages);
        return this;
    }

    /** What the dates in reports are read from. */
    public SimulatorBuilder clock(Clock source) {
        clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /** Is told of all octets; nobody unless set. */
    public SimulatorBuilder wireListener(WireListener told) {
        wireListener = Objects.requireNonNull(told, "told");
        return this;
    }

    public SimulatorBuilder listener(SimulatorListener told) {
        listener = Objects.requireNonNull(told, "told");
        return this;
    }

    /** A bad day from the start, as {@link Behaviour#parse} reads it; see {@link Simulator#behaviours()}. */
    public SimulatorBuilder behaviour(String text) {
        behaviours.add(Behaviour.parse(text));
        return this;
    }

    /**
     * Starts both hosts.
     *
     * @throws CannotListenException if a port cannot be had
     */
    public Simulator start() {
        TlsMaterial material = null;
        if (tls) {
            material = keyStore == null ? TlsMaterial.make() : TlsMaterial.of(keyStore, keyStorePassword);
        }
        Smsc smsc = new Smsc(
                new Accounts(accounts),
                outcomes,
                new Timing(reportDelay, redeliveryDelay, answerTimeout, bindTimeout, writeTimeout, unbindTimeout),
                new Limits(reportWindow, reportLimit, storeLimit),
                clock,
                listener,
                wireListener,
                Timers.make());
        behaviours.forEach(smsc.disturbances().behaviours()::switchOn);
        return new Simulator(
                        smsc,
                        material,
                        List.of(
                                new SimulatedHost(smsc, a, bindAddress, material),
                                new SimulatedHost(smsc, b, bindAddress, material)))
                .start();
    }

    private static Duration notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(duration + " is negative");
        }
        return duration;
    }

    private static int positive(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(count + " is not positive");
        }
        return count;
    }
}
