package org.smppra.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Address;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;

/**
 * The provider's gateway: two hosts, {@code a} and {@code b}, over one message store. Many can live in one JVM; nothing
 * is left of one that was closed.
 */
public final class Simulator implements AutoCloseable {
    private final Gateway gateway;
    private final ScheduledThreadPoolExecutor timer;
    private final Map<String, SimulatedHost> hosts = new LinkedHashMap<>();
    private final @Nullable Certificate certificate;

    private Simulator(Builder b) throws IOException {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "sim-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        gateway = new Gateway(
                Map.copyOf(b.accounts),
                List.copyOf(b.outcomes),
                b.reportDelay.toMillis(),
                b.storeLimit,
                timer,
                new TrafficLog(b.console, b.showContent));
        certificate = b.tls ? Certificate.create() : null;
        ServerSocketFactory tls = certificate == null ? null : certificate.serverSockets();
        b.ports.forEach((name, ports) ->
                hosts.put(name, new SimulatedHost(name, b.bindAddress, ports[0], ports[1], tls, gateway)));
    }

    /** Both hosts on the provider's ports, 2775 and 2776, on the loopback address; no TLS; everybody may bind. */
    public static Builder builder() {
        return new Builder();
    }

    private void start() {
        try {
            hosts.values().forEach(SimulatedHost::start);
        } catch (UncheckedIOException e) {
            close();
            throw e;
        }
        timer.scheduleWithFixedDelay(
                () -> hosts.values().forEach(host -> host.tick(System.nanoTime())), 500, 500, TimeUnit.MILLISECONDS);
    }

    /** @throws IllegalArgumentException if there is no host of that name */
    public SimulatedHost host(String name) {
        SimulatedHost host = hosts.get(name);
        if (host == null) {
            throw new IllegalArgumentException("no host '" + name + "'; there are " + hosts.keySet());
        }
        return host;
    }

    public List<SimulatedHost> hosts() {
        return List.copyOf(hosts.values());
    }

    /** What both hosts accepted, in order; the newest up to the store's limit. */
    public List<StoredMessage> messages() {
        return gateway.store().messages();
    }

    /** All that was ever accepted. */
    public long messageCount() {
        return gateway.store().count();
    }

    /** Bind requests seen, granted or not. */
    public long bindAttempts() {
        return gateway.bindAttempts().get();
    }

    /** Sends any text as a report to one of the account's receiving binds, and keeps it until it is acknowledged. */
    public void sendReport(String systemId, String text, Tlvs tlvs) {
        gateway.reports()
                .add(systemId, Conversation.receipt(Address.international("4500000000"), Address.none(), text, tlvs));
    }

    /** Sends a mobile-originated message. */
    public void sendMessage(String systemId, Address from, Address to, DataCoding dataCoding, Octets userData) {
        gateway.reports()
                .add(
                        systemId,
                        new DeliverSm(
                                "", from, to, 0, 0, 0, "", "", 0, 0, dataCoding.value(), 0, userData, Tlvs.empty()));
    }

    /** Reports and messages of an account that are not acknowledged yet, sent or not. */
    public int reportsWaiting(String systemId) {
        return gateway.reports().unacknowledged(systemId);
    }

    /** The answers to deliver_sm, in order; the newest 100,000. */
    public List<Acknowledgement> acknowledgements() {
        return gateway.acknowledgements();
    }

    /** Waits until the condition holds; looks whenever something happened here. @return false if it never did */
    public boolean await(BooleanSupplier condition, Duration timeout) {
        return gateway.changes().await(condition, timeout);
    }

    /** A PKCS12 file for clients. @throws IllegalStateException without TLS */
    public Path trustStore() {
        if (certificate == null) {
            throw new IllegalStateException("this simulator has no TLS");
        }
        return certificate.trustStore();
    }

    public String trustStorePassword() {
        return Certificate.PASSWORD;
    }

    /** Ends at once, without unbind. */
    @Override
    public void close() {
        timer.shutdownNow();
        hosts.values().forEach(SimulatedHost::kill);
        if (certificate != null) {
            certificate.close();
        }
    }

    /** Collects what a simulator shall be. */
    public static final class Builder {
        private final Map<String, int[]> ports = new LinkedHashMap<>();
        private final Map<String, String> accounts = new LinkedHashMap<>();
        private final List<Outcome> outcomes = new ArrayList<>();
        private InetAddress bindAddress = InetAddress.getLoopbackAddress();
        private boolean tls;
        private Duration reportDelay = Duration.ofMillis(500);
        private int storeLimit = 100_000;
        private boolean showContent;
        private @Nullable Consumer<String> console;

        private Builder() {
            ports("a", 2775, 8775);
            ports("b", 2776, 8776);
        }

        /** 0 = a free one, -1 = none. */
        public Builder ports(String host, int plain, int withTls) {
            ports.put(host, new int[] {plain, withTls});
            return this;
        }

        /** Free ports for both hosts. */
        public Builder freePorts() {
            return ports("a", 0, 0).ports("b", 0, 0);
        }

        public Builder bindAddress(InetAddress address) {
            this.bindAddress = Objects.requireNonNull(address, "address");
            return this;
        }

        /** TLS listeners too, with a certificate made for it. */
        public Builder tls() {
            this.tls = true;
            return this;
        }

        /** Only accounts that are named may bind; without any, everybody may. */
        public Builder account(String systemId, String password) {
            accounts.put(systemId, password);
            return this;
        }

        /** From acceptance to the report; half a second unless set. */
        public Builder reportDelay(Duration delay) {
            this.reportDelay = Objects.requireNonNull(delay, "delay");
            return this;
        }

        /** What the report says of messages to numbers with this prefix; the longest prefix wins. */
        public Builder outcome(String prefix, String stat, String err) {
            outcomes.add(new Outcome(prefix.replaceFirst("^\\+", ""), stat, err));
            return this;
        }

        /** How many messages are kept in full; 100,000 unless set. */
        public Builder storeLimit(int messages) {
            this.storeLimit = messages;
            return this;
        }

        /** Takes one line for each thing that happens. */
        public Builder console(Consumer<String> sink) {
            this.console = Objects.requireNonNull(sink, "sink");
            return this;
        }

        /** Shows numbers and texts on the console. */
        public Builder showContent() {
            this.showContent = true;
            return this;
        }

        /** @throws UncheckedIOException if a port is in use; it names host and port */
        public Simulator start() {
            try {
                Simulator simulator = new Simulator(this);
                simulator.start();
                return simulator;
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }
    }
}
