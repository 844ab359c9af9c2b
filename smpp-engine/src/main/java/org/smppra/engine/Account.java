package org.smppra.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smppra.Direction;
import org.smppra.GatewayState;
import org.smppra.InvalidMessageException;
import org.smppra.MessagePlan;
import org.smppra.ShortMessage;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.SubmitResult;
import org.smppra.delivery.Acknowledge;
import org.smppra.delivery.Deliveries;
import org.smppra.delivery.DeliveryCounter;
import org.smppra.delivery.DeliverySink;
import org.smppra.delivery.IdsUnderWay;
import org.smppra.dispatch.DirectSubmitter;
import org.smppra.dispatch.DispatchCounter;
import org.smppra.dispatch.MessageRequests;
import org.smppra.dispatch.OutboxDispatcher;
import org.smppra.dispatch.OutboxMessages;
import org.smppra.dispatch.SentIds;
import org.smppra.dispatch.StoredMessages;
import org.smppra.dispatch.SubmissionIds;
import org.smppra.gateway.Gateway;
import org.smppra.gateway.GatewayCounter;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.inbox.AccountInbox;
import org.smppra.inbox.Inbox;
import org.smppra.inbox.InboxSettings;
import org.smppra.inbox.MemoryInbox;
import org.smppra.inbox.ReceiptMemory;
import org.smppra.link.LinkCounter;
import org.smppra.message.CommandStatus;
import org.smppra.outbox.AccountKey;
import org.smppra.outbox.AccountOutbox;
import org.smppra.outbox.Outbox;
import org.smppra.outbox.OutboxMessage;
import org.smppra.profile.Profile;

/** A running account: its links to all hosts, the way down and the way up. */
public final class Account {
    private static final long SECOND = 1_000_000_000;

    private final AccountSettings settings;
    private final Gateway gateway;
    private final SentIds sentIds;
    private final ReceiptMemory memory;
    private final Deliveries deliveries;
    private final DirectSubmitter submitter;
    private final StoredMessages stored;
    private final Future<?> ticks;
    private final OutboxMessages outboxMessages;
    private final AccountKey key;
    private final @Nullable OpeningOutbox outbox;
    private final Dispatching dispatching;
    private final Pauses pauses;
    private volatile boolean closed;
    private int leases;

    Account(AccountSettings settings, GatewayRuntime runtime, SubmissionIds ids, @Nullable OpeningOutbox outbox) {
        this.settings = settings;
        this.outbox = outbox;
        this.key = settings.key();
        this.dispatching = new Dispatching(outbox != null);
        MemoryInbox early = new MemoryInbox(InboxSettings.defaults(), runtime.clock());
        this.memory = new ReceiptMemory(early.account(key));
        this.sentIds = new SentIds(memory, settings.profile());
        this.deliveries = new Deliveries(
                settings.name(),
                settings.profile(),
                runtime.clock(),
                runtime.nanoTime(),
                settings.deliverAnswerTimeout(),
                settings.negativeStatus(),
                settings.reassembly(),
                dispatching,
                settings.acknowledge(),
                memory,
                new IdsUnderWay(sentIds::areUnderWay, sentIds::whenKnown));
        this.gateway = new Gateway(settings.gateway(), runtime, deliveries, this::receives);
        MessageRequests requests = new MessageRequests(settings.profile(), ids);
        this.submitter = new DirectSubmitter(gateway, settings.profile(), requests, sentIds);
        this.outboxMessages = new OutboxMessages(key, requests, runtime.clock());
        this.stored = new StoredMessages(gateway, settings.profile());
        this.ticks = runtime.scheduler().every(SECOND, () -> {
            early.tick();
            deliveries.tick(runtime.nanoTime().getAsLong());
        });
        this.pauses = new Pauses(key, gateway, deliveries);
        if (outbox != null) {
            deliveries.pause(); // until it is known whether an operator wants that
            outbox.whenDone(open -> opened(open, outbox.maxAge(), runtime));
            outbox.inbox().whenDone(open -> opened(open, runtime));
        }
    }

    /** Begins to bind. A sink that is there already is why it binds to receive from the first. */
    void start() {
        gateway.start();
    }

    /** Whether what the SMSC delivers would be acknowledged by anybody: the inbox, or else a listener. */
    private boolean receives() {
        return settings.acknowledge() == Acknowledge.STORED || deliveries.hasSink();
    }

    private void opened(@Nullable Outbox open, Duration maxAge, GatewayRuntime runtime) {
        if (open != null) {
            pauses.restore(open);
            dispatching.start(new OutboxDispatcher(
                    name(), open.account(key), gateway.outlet(), sentIds, maxAge, runtime.threads(), runtime.clock()));
        } else {
            dispatching.none();
        }
    }

    private void opened(@Nullable Inbox open, GatewayRuntime runtime) {
        if (open != null) {
            memory.open(open.account(key)); // first: what is given out from now on is asked of it
            deliveries.open(open.account(key), runtime.threads());
            if (closed) {
                deliveries.close();
            }
        }
        if (!pauses.now().contains(Direction.INBOUND)) {
            deliveries.resume();
        }
    }

    public String name() {
        return settings.name();
    }

    /** Whether what it receives is acknowledged when it is stored: then it can receive without any listener. */
    public boolean stores() {
        return settings.stores();
    }

    public Profile profile() {
        return settings.profile();
    }

    /** The answer that makes the SMSC send a delivery again. */
    public CommandStatus negativeStatus() {
        return settings.negativeStatus();
    }

    public MessagePlan plan(ShortMessage message) throws InvalidMessageException {
        return submitter.plan(message);
    }

    /** Sends at once and waits for the answer; every end but acceptance is an exception. */
    public SubmitResult submit(ShortMessage message) throws SmppException {
        return submitter.submit(message);
    }

    /** Sends and does not wait for the answer; see {@link DirectSubmitter#submitAsync}. */
    public CompletableFuture<SubmitResult> submitAsync(ShortMessage message) {
        return submitter.submitAsync(message);
    }

    /** Sends all without waiting between them; throws only if none could be tried. */
    public List<SubmitResult> submitAll(List<ShortMessage> messages) throws SmppException {
        return submitter.submitAll(messages);
    }

    /**
     * What an outbox takes of this account: every check of submit is done, and nothing is stored yet.
     *
     * @param defaults added to it first
     * @param durable whether it shall be on disk (mode OUTBOX), or in memory only (mode ON_COMMIT)
     * @throws InvalidMessageException for the first wish that cannot be kept, with the field's name
     */
    public OutboxMessage prepare(ShortMessage message, SubmitDefaults defaults, boolean durable)
            throws InvalidMessageException {
        return outboxMessages.of(defaults.apply(message), defaults.unansweredOf(message), durable);
    }

    /** Whose messages these are, in the outbox. */
    public AccountKey accountKey() {
        return key;
    }

    /**
     * What is stored of this account, and the results that listeners are to get.
     *
     * @throws SmppException as {@link Engine#outbox()}
     */
    public AccountOutbox outbox() throws SmppException {
        return waitForOutbox().account(key);
    }

    /** What an operator may do with it. */
    public AccountOperations operations() {
        return new AccountOperations(this);
    }

    /** Queries, cancels and replaces what the SMSC has. */
    public StoredMessages stored() {
        return stored;
    }

    public GatewayState state() {
        Outbox open = openOutbox();
        AccountOutbox stored = open == null ? null : open.account(key);
        return GatewayState.of(
                gateway.state().hosts(),
                pauses.now(),
                stored == null ? 0 : stored.waiting(),
                stored == null ? null : stored.oldestWaitingAt());
    }

    /** Null while it is not open, or if there is none. */
    @Nullable
    Outbox openOutbox() {
        return outbox == null ? null : outbox.now();
    }

    /** Told once the outbox is open; never if it cannot be opened. */
    public void whenOutboxOpen(Consumer<AccountOutbox> told) {
        if (outbox != null) {
            outbox.whenDone(open -> {
                if (open != null) {
                    told.accept(open.account(key));
                }
            });
        }
    }

    /** What is stored of what was received; null while it is not open, or if there is none. */
    public @Nullable AccountInbox openInbox() {
        Inbox open = outbox == null ? null : outbox.inbox().now();
        return open == null ? null : open.account(key);
    }

    /** Drops a dead letter for good. @return false if there is none of this id */
    public boolean discardDeadLetter(String id) {
        AccountInbox inbox = waitForInbox();
        return inbox != null && inbox.discard(id);
    }

    /** The same, waited for; null if there is none. */
    @Nullable
    AccountInbox waitForInbox() {
        Inbox open = outbox == null ? null : outbox.inbox().await();
        return open == null ? null : open.account(key);
    }

    boolean hasOutbox() {
        return outbox != null;
    }

    Outbox waitForOutbox() throws SmppException {
        return OpeningOutbox.get(outbox);
    }

    Gateway gateway() {
        return gateway;
    }

    Pauses pauses() {
        return pauses;
    }

    /**
     * Prepares many for who stores them, and puts their submissions in order; one that is invalid is a result in the list
     * and does not stop the others.
     *
     * @param store given all that are valid, if any is
     */
    public List<Submission> storeAll(
            List<ShortMessage> messages, SubmitDefaults defaults, boolean durable, SubmissionStore store)
            throws SmppException {
        List<OutboxMessage> prepared = new ArrayList<>(messages.size());
        List<@Nullable Submission> invalid = new ArrayList<>(messages.size());
        for (ShortMessage message : messages) {
            try {
                prepared.add(prepare(message, defaults, durable));
                invalid.add(null);
            } catch (InvalidMessageException e) {
                invalid.add(Submission.settled(submitter.invalid(message, e)));
            }
        }
        Iterator<Submission> stored = (prepared.isEmpty() ? List.<Submission>of() : store.add(prepared)).iterator();
        List<Submission> all = new ArrayList<>(messages.size());
        for (Submission each : invalid) {
            all.add(each != null ? each : stored.next());
        }
        return all;
    }

    /** What was counted on the links since the start, by host. */
    public Map<String, Map<LinkCounter, Long>> linkCounters() {
        return gateway.linkCounters();
    }

    /** What was counted on the way down since the start. */
    public Map<GatewayCounter, Long> gatewayCounters() {
        return gateway.counters();
    }

    /** What was counted where submissions leave the outbox, since the start; empty without an outbox. */
    public Map<DispatchCounter, Long> dispatchCounters() {
        return dispatching.counters();
    }

    /** The bounds that deliveries reached since the start. */
    public Map<DeliveryCounter, Long> deliveryCounters() {
        return deliveries.counters();
    }

    /**
     * Unbinds from one host when what is under way is finished, and leaves it alone until {@link #resumeHost}.
     *
     * @param host as {@link #state} names it
     * @throws IllegalArgumentException if it names none
     */
    public void drainHost(String host) {
        gateway.drain(host);
    }

    /** Connects to a host again, at once: one that was drained, or one whose next attempt is far. */
    public void resumeHost(String host) {
        gateway.resume(host);
    }

    public void addSink(DeliverySink sink) {
        deliveries.add(sink);
    }

    public void removeSink(DeliverySink sink) {
        deliveries.remove(sink);
    }

    AccountSettings settings() {
        return settings;
    }

    void leased() {
        leases++;
    }

    /** @return whether that was the last lease */
    boolean released() {
        leases--;
        return leases == 0;
    }

    void close() {
        long timeout = settings.gateway().session().closeTimeout();
        dispatching.stopTaking();
        gateway.close(timeout);
        dispatching.close(Duration.ofNanos(timeout));
        ticks.cancel(false);
        closed = true;
        deliveries.close();
    }
}
