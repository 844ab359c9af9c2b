package org.smppra.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
import org.smppra.simulator.behaviour.Behaviours;
import org.smppra.text.LongMessages;

/**
 * The provider's gateway on your own machine: two hosts, a and b, over one message store.
 *
 * <p>Any number live in one JVM; nothing is shared between them. All methods are safe in any thread.
 */
public final class Simulator implements AutoCloseable {
    private final Smsc smsc;
    private final @Nullable TlsMaterial tls;
    private final List<SimulatedHost> hosts;
    private final Maintenance maintenance;

    Simulator(Smsc smsc, @Nullable TlsMaterial tls, List<SimulatedHost> hosts) {
        this.smsc = smsc;
        this.tls = tls;
        this.hosts = hosts;
        this.maintenance = new Maintenance(smsc, hosts);
    }

    /** Ports 2775 and 2776 without TLS, any account, unless told otherwise. */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
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

    /** The bad days: what this gateway does wrong on request. */
    public Behaviours behaviours() {
        return smsc.disturbances().behaviours();
    }

    /** What becomes of messages, by destination. */
    public Outcomes outcomes() {
        return smsc.outcomes();
    }

    /**
     * Maintenance as the provider does it: the host unbinds its sessions, answers what still comes, closes, and listens
     * again after {@code down}. Returns at once.
     *
     * @param host a or b
     * @return done when the host listens again
     * @throws IllegalStateException if this or the other host is down: they go one at a time
     */
    public CompletableFuture<Void> maintenance(String host, Duration down) {
        return maintenance.begin(host(host), down);
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

    /**
     * Sends a mobile-originated message, in parts where it is long, through the account's binds in turn.
     *
     * @param how {@link LongMessages#UDH_8}, {@link LongMessages#UDH_16} or {@link LongMessages#SAR} for parts, else whole
     * @return how many deliver_sm it is
     * @throws IllegalArgumentException if it is no text, makes more than 255 parts, or there is no such account
     */
    public int sendMessage(String systemId, Address from, Address to, String text, LongMessages how) {
        requireMailbox(systemId);
        return smsc.originate(systemId, from, to, text, how, false);
    }

    private void send(String systemId, String key, DeliverSm body) {
        Mailbox mailbox = requireMailbox(systemId);
        // What cannot be written is refused here, not in a courier's thread.
        Codec.encode(Envelope.request(1, body), new PduOutput(512));
        smsc.reports().send(mailbox, key, body);
    }

    private Mailbox requireMailbox(String systemId) {
        Mailbox mailbox = smsc.accounts().knows(systemId) ? smsc.mailboxes().open(systemId) : null;
        if (mailbox == null) {
            throw new IllegalArgumentException("no account " + systemId);
        }
        return mailbox;
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
        smsc.timer().shutdown();
        maintenance.end();
        hosts.forEach(SimulatedHost::close);
        smsc.couriers().shutdown();
        if (tls != null) {
            tls.delete();
        }
    }

    Simulator start() {
        try {
            hosts.forEach(SimulatedHost::start);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        long nanos = Timing.SWEEP.toNanos();
        smsc.timer().scheduleWithFixedDelay(this::sweep, nanos, nanos, TimeUnit.NANOSECONDS);
        return this;
    }

    private void sweep() {
        try {
            long now = System.nanoTime();
            hosts.forEach(host -> host.sweep(now));
            smsc.expireReports();
            smsc.disturbances().prune();
        } catch (RuntimeException e) {
            // A timer stops for good at what its task throws.
            smsc.listener().complaint(hosts.get(0).name(), "", "a sweep failed: " + e);
        }
    }
}
