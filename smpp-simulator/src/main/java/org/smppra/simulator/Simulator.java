package org.smppra.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.message.Address;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;

/**
 * The provider's gateway on your own machine: two hosts, a and b, over one message store.
 *
 * <p>Any number live in one JVM; nothing is shared between them. All methods are safe in any thread.
 */
public final class Simulator implements AutoCloseable {
    private final Smsc smsc;
    private final ScheduledThreadPoolExecutor timer = Timers.make();
    private final @Nullable TlsMaterial tls;
    private final List<SimulatedHost> hosts;

    private Simulator(Builder b, @Nullable TlsMaterial tls) {
        this.tls = tls;
        Timing timing = new Timing(
                b.reportDelay, b.redeliveryDelay, b.answerTimeout, b.bindTimeout, b.writeTimeout, b.unbindTimeout);
        this.smsc = new Smsc(
                new Accounts(b.accounts),
                new Outcomes(b.outcomes),
                timing,
                new Limits(b.reportWindow, b.reportLimit, b.storeLimit),
                b.clock,
                b.listener,
                b.wireListener,
                timer);
        this.hosts = List.of(
                new SimulatedHost(smsc, b.a, b.bindAddress, tls == null ? null : tls.context()),
                new SimulatedHost(smsc, b.b, b.bindAddress, tls == null ? null : tls.context()));
    }

    /** Ports 2775 and 2776 without TLS, any account, unless told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The host of this name.
     *
     * @param name a or b
     */
    public SimulatedHost host(String name) {
        return hosts.stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no host " + name + ": there are a and b"));
    }

    /** Both hosts, a first. */
    public List<SimulatedHost> hosts() {
        return hosts;
    }

    /** The accepted messages of both hosts, the oldest first; no more than the store's limit, the newest. */
    public List<StoredMessage> messages() {
        return smsc.store().list();
    }

    /** All messages that were ever accepted, also those no longer in {@link #messages()}. */
    public long messageCount() {
        return smsc.store().count();
    }

    /** All binds that were ever asked for, refused ones too. */
    public long bindAttempts() {
        return smsc.bindAttempts().get();
    }

    /**
     * Sends this text, letter for letter, as a delivery report through one of the account's binds, when there is one.
     *
     * @throws IllegalArgumentException if it does not fit in a deliver_sm, or there is no such account
     */
    public void sendReport(String systemId, String text, Tlvs tlvs) {
        send(systemId, text, Deliveries.report(Address.none(), Address.none(), text, tlvs));
    }

    /**
     * Sends a mobile-originated message through one of the account's binds, when there is one.
     *
     * @throws IllegalArgumentException if it does not fit in a deliver_sm, or there is no such account
     */
    public void sendMessage(String systemId, Address from, Address to, DataCoding dataCoding, Octets body) {
        send(systemId, body.toLatin1(), Deliveries.message(from, to, dataCoding.value(), body));
    }

    /**
     * Sends a mobile-originated message as it is given, such as a part of a longer one, through one of the account's
     * binds, when there is one.
     *
     * @param esmClass 0x40 where the user data begin with a header
     * @throws IllegalArgumentException if it does not fit in a deliver_sm, or there is no such account
     */
    public void sendMessage(
            String systemId,
            Address from,
            Address to,
            int esmClass,
            DataCoding dataCoding,
            Octets userData,
            Tlvs tlvs) {
        send(systemId, userData.toLatin1(), Deliveries.make(from, to, esmClass, dataCoding.value(), userData, tlvs));
    }

    private void send(String systemId, String key, DeliverSm body) {
        Mailbox mailbox = smsc.accounts().knows(systemId) ? smsc.mailboxes().open(systemId) : null;
        if (mailbox == null) {
            throw new IllegalArgumentException("no account " + systemId);
        }
        // What cannot be written is refused here, not in a courier's thread.
        Codec.encode(Envelope.request(1, body), new PduOutput(512));
        smsc.reports().send(mailbox, key, body);
    }

    /** The accounts that ever bound or got something, by name; at most 10,000. */
    public List<String> accounts() {
        return smsc.mailboxes().systemIds();
    }

    /** Reports and messages that the account has not acknowledged: not due yet, waiting, or in flight. */
    public long reportsWaiting(String systemId) {
        Mailbox mailbox = smsc.mailboxes().find(systemId);
        return mailbox == null ? 0 : mailbox.unacknowledged();
    }

    /** Reports that were dropped because the account acknowledged too few. */
    public long reportsDropped(String systemId) {
        Mailbox mailbox = smsc.mailboxes().find(systemId);
        return mailbox == null ? 0 : mailbox.dropped();
    }

    /** The newest answers to deliver_sm, the oldest first, at most 100,000; error answers too. */
    public List<Acknowledgement> acknowledgements() {
        return smsc.acknowledgements().list();
    }

    /**
     * Waits until the simulator is in some state, without a loop in the test.
     *
     * @return false if the time was over before, or the thread was interrupted, which it still is then
     */
    public boolean await(BooleanSupplier condition, Duration timeout) {
        return smsc.changes().await(condition, timeout);
    }

    /**
     * A PKCS12 file for clients; lives as long as the simulator.
     *
     * @throws IllegalStateException if it was built without TLS
     */
    public Path trustStore() {
        if (tls == null) {
            throw new IllegalStateException("built without tls()");
        }
        return tls.trustStore();
    }

    public String trustStorePassword() {
        return TlsMaterial.TRUST_STORE_PASSWORD;
    }

    /**
     * The certificate that clients are to trust, as text (PEM).
     *
     * @throws IllegalStateException if it was built without TLS
     */
    public String certificatePem() throws IOException {
        if (tls == null) {
            throw new IllegalStateException("built without tls()");
        }
        return tls.pem();
    }

    /** Closes everything at once, without unbind; no thread and no socket stays. */
    @Override
    public void close() {
        timer.shutdown();
        hosts.forEach(SimulatedHost::close);
        if (tls != null) {
            tls.delete();
        }
    }

    private Simulator start() {
        try {
            hosts.forEach(SimulatedHost::start);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        long nanos = Timing.SWEEP.toNanos();
        timer.scheduleWithFixedDelay(this::sweep, nanos, nanos, TimeUnit.NANOSECONDS);
        return this;
    }

    private void sweep() {
        long now = System.nanoTime();
        hosts.forEach(host -> host.sweep(now));
        smsc.expireReports();
    }

    /** Collects the settings. Not safe for use by several threads. */
    public static final class Builder {
        private HostPorts a = new HostPorts("a", 2775, 8775);
        private HostPorts b = new HostPorts("b", 2776, 8776);
        private InetAddress bindAddress = InetAddress.getLoopbackAddress();
        private boolean tls;
        private @Nullable Path keyStore;
        private String keyStorePassword = "";
        private final Map<String, String> accounts = new LinkedHashMap<>();
        private final List<Outcomes.Rule> outcomes = new ArrayList<>();
        private Duration reportDelay = Duration.ofMillis(500);
        private Duration redeliveryDelay = Duration.ofSeconds(1);
        private Duration answerTimeout = Duration.ofSeconds(30);
        private Duration bindTimeout = Duration.ofSeconds(10);
        private Duration writeTimeout = Duration.ofSeconds(10);
        private Duration unbindTimeout = Duration.ofSeconds(5);
        private int reportWindow = 100;
        private int reportLimit = 25_000;
        private int storeLimit = 100_000;
        private Clock clock = Clock.systemUTC();
        private SimulatorListener listener = SimulatorListener.NONE;
        private @Nullable WireListener wireListener;

        private Builder() {}

        /** All hosts on free ports. */
        public Builder freePorts() {
            return ports(HostPorts.ANY_FREE, HostPorts.ANY_FREE).portsOfTls(HostPorts.ANY_FREE, HostPorts.ANY_FREE);
        }

        /** The plain ports; 0: a free one, -1: none. */
        public Builder ports(int ofA, int ofB) {
            a = new HostPorts("a", ofA, a.tls());
            b = new HostPorts("b", ofB, b.tls());
            return this;
        }

        /** Listens for TLS too, with a certificate made for localhost unless a key store is given. */
        public Builder tls() {
            tls = true;
            return this;
        }

        /** {@link #tls()} on these ports; 0: a free one, -1: none. */
        public Builder tlsPorts(int ofA, int ofB) {
            return tls().portsOfTls(ofA, ofB);
        }

        private Builder portsOfTls(int ofA, int ofB) {
            a = new HostPorts("a", a.plain(), ofA);
            b = new HostPorts("b", b.plain(), ofB);
            return this;
        }

        /** {@link #tls()} with this certificate and key, PKCS12. */
        public Builder keyStore(Path file, String password) {
            keyStore = Objects.requireNonNull(file, "file");
            keyStorePassword = Objects.requireNonNull(password, "password");
            return tls();
        }

        /** Where to listen; the loopback address unless set. */
        public Builder bindAddress(InetAddress address) {
            bindAddress = Objects.requireNonNull(address, "address");
            return this;
        }

        /** One that may bind; without any, all may. */
        public Builder account(String systemId, String password) {
            accounts.put(systemId, password);
            return this;
        }

        /** From an accepted message to its report; 500 ms. Zero: at once, but never before the answer. */
        public Builder reportDelay(Duration delay) {
            reportDelay = notNegative(delay);
            return this;
        }

        /** What becomes of messages to numbers that begin so; DELIVRD 000 where nothing fits, the longest prefix wins. */
        public Builder outcome(String prefix, String stat, String err) {
            outcomes.add(new Outcomes.Rule(prefix, new MessageOutcome(stat, err)));
            return this;
        }

        /** From an error answer to a report to the next attempt; 1 s. */
        public Builder redeliveryDelay(Duration delay) {
            redeliveryDelay = notNegative(delay);
            return this;
        }

        /** How long a report may stay unanswered until it is sent again; 30 s. */
        public Builder answerTimeout(Duration timeout) {
            answerTimeout = notNegative(timeout);
            return this;
        }

        /** How long a connection may be without a bind; 10 s. */
        public Builder bindTimeout(Duration timeout) {
            bindTimeout = notNegative(timeout);
            return this;
        }

        /** How long a write may last; 10 s. */
        public Builder writeTimeout(Duration timeout) {
            writeTimeout = notNegative(timeout);
            return this;
        }

        /** How long {@link SimulatedHost#stop()} waits for the clients' unbind_resp; 5 s. */
        public Builder unbindTimeout(Duration timeout) {
            unbindTimeout = notNegative(timeout);
            return this;
        }

        /** Reports without an answer, a bind; 100. */
        public Builder reportWindow(int reports) {
            reportWindow = positive(reports);
            return this;
        }

        /** Unacknowledged reports kept, an account; 25,000. */
        public Builder reportLimit(int reports) {
            reportLimit = positive(reports);
            return this;
        }

        /** Messages kept in full, the newest; 100,000, and no more than 128 MiB of content. */
        public Builder storeLimit(int messages) {
            storeLimit = positive(messages);
            return this;
        }

        /** What the dates in reports are read from. */
        public Builder clock(Clock source) {
            clock = Objects.requireNonNull(source, "source");
            return this;
        }

        /** Is told of all octets; nobody unless set. */
        public Builder wireListener(WireListener told) {
            wireListener = Objects.requireNonNull(told, "told");
            return this;
        }

        public Builder listener(SimulatorListener told) {
            listener = Objects.requireNonNull(told, "told");
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
            return new Simulator(this, material).start();
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
}
