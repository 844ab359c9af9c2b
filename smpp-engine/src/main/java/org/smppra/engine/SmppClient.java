package org.smppra.engine;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.smppra.DeliveryReceiptListener;
import org.smppra.GatewayState;
import org.smppra.InvalidMessageException;
import org.smppra.MessagePlan;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.ShortMessageListener;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.SmppOperations;
import org.smppra.SubmitResult;
import org.smppra.SubmitResultListener;
import org.smppra.gateway.BindType;
import org.smppra.outbox.OutboxSettings;

/**
 * The engine in plain Java SE: an account's binds to all its hosts, what it submits, and listeners for what it receives.
 * A message is sent at once, and submit returns with the SMSC's answer; or, with {@link Builder#outboxDirectory}, submit
 * returns when the message is on disk, and a listener is told what became of it. Safe for use by many threads.
 */
public final class SmppClient implements SmppConnectionFactory, AutoCloseable {
    private static final long LOOK_NANOS = 10_000_000;

    private final Map<String, Serializable> properties;
    private final SubmitDefaults defaults;
    private final long closeTimeoutMillis;
    private final Engine engine;
    private final ListenerThreads listeners;
    private final @Nullable ResultThreads results;
    private final boolean stores;
    private final Map<AccountSettings, Account> accounts = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Account account;
    private @Nullable Thread closer;

    private SmppClient(Builder builder) {
        properties = Map.copyOf(builder.properties);
        AccountSettings settings = AccountDefaults.settings(properties, Map.of());
        ListenerSettings forListeners = ListenerSettings.of(properties);
        defaults = SubmitDefaults.of(properties);
        closeTimeoutMillis = new PropertyValues(properties).number(Property.CLOSE_TIMEOUT_MILLIS);
        OutboxSettings outbox = OutboxDefaults.settings(properties, null);
        stores = outbox != null;
        engine = new Engine(settings.name(), outbox == null ? null : OutboxOpener.in(outbox));
        results = builder.resultListener == null
                ? null
                : new ResultThreads(forListeners, engine.runtime(), builder.resultListener);
        listeners = new ListenerThreads(
                settings, forListeners, engine.runtime(), builder.receiptListener, builder.messageListener);
        account = account(settings);
    }

    public static Builder builder() {
        return new Builder();
    }

    private synchronized Account account(AccountSettings settings) {
        return accounts.computeIfAbsent(settings, each -> {
            Account opened = engine.open(each, account -> {
                if (listeners.areAny()) {
                    account.addSink(listeners);
                }
            });
            if (results != null) {
                opened.whenOutboxOpen(results::serve);
            }
            return opened;
        });
    }

    /**
     * Waits until a message can be sent: one host is enough.
     *
     * @return false if the time was over first, or the client was closed
     */
    public boolean awaitUsable(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!gatewayState().isUsable()) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || closing.await(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Sends one message and does not wait for its answer. Waits for a free slot of a window, and for the rate, at most
     * {@code submitTimeoutMillis}: that is the back pressure.
     *
     * @return completed on a thread of the engine, always with a result, also of a message that is invalid or was not
     *     sent; what depends on it must not block there
     */
    public CompletableFuture<SubmitResult> submitAsync(ShortMessage message) {
        return account.submitAsync(defaults.apply(message));
    }

    /** What an operator may do with the client's account. */
    public SmppOperations operations() {
        return account.operations();
    }

    /** The state of each host now. */
    public GatewayState gatewayState() {
        return account.state();
    }

    /** @throws SmppException with code {@code SMPP-CLOSED} if the client is closed; nothing else */
    @Override
    public SmppConnection getConnection() throws SmppException {
        refuseIfClosed();
        return new AccountConnection(account, defaults, stores);
    }

    /**
     * The same for another account at the same hosts, which runs from the first such call until the client is closed. The
     * listeners are those of the client.
     *
     * @throws SmppException with code {@code SMPP-CLOSED} if the client is closed
     * @throws IllegalArgumentException if the systemId or the password is too long
     */
    @Override
    public synchronized SmppConnection getConnection(String systemId, String password) throws SmppException {
        refuseIfClosed();
        Map<String, Serializable> who =
                Map.of(Property.SYSTEM_ID.toString(), systemId, Property.PASSWORD.toString(), password);
        return new AccountConnection(account(AccountDefaults.settings(who, properties)), defaults, stores);
    }

    private void refuseIfClosed() throws SmppException {
        if (closing.getCount() == 0) {
            throw new SmppException("SMPP-CLOSED", "the client is closed", Sent.NOTHING, false, null);
        }
    }

    @Override
    public MessagePlan plan(ShortMessage message) throws InvalidMessageException {
        return account.plan(defaults.apply(message));
    }

    /**
     * Ends in bounded time: takes nothing more, lets listeners that run finish, answers what is under way, unbinds and
     * ends all threads. Called from a listener, or where the result of {@link #submitAsync} is awaited, it returns
     * at once, and the client closes when that listener returned, so that its delivery is acknowledged. A second call waits for the first.
     */
    @Override
    public void close() {
        Thread thread = closer();
        if (!engine.isOwnThread()) {
            EngineThreads.join(thread);
        }
    }

    private synchronized Thread closer() {
        if (closer == null) {
            closing.countDown();
            closer = engine.runtime().threads().newThread(this::end);
            closer.start();
        }
        return closer;
    }

    private void end() {
        List<Account> open;
        synchronized (this) {
            open = List.copyOf(accounts.values());
        }
        open.forEach(each -> each.removeSink(listeners));
        listeners.stop(closeTimeoutMillis);
        if (results != null) {
            results.stop(closeTimeoutMillis);
        }
        engine.end();
    }

    /** What a client is made of. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<String, Serializable> properties = new HashMap<>();
        private @Nullable DeliveryReceiptListener receiptListener;
        private @Nullable ShortMessageListener messageListener;
        private @Nullable SubmitResultListener resultListener;

        private Builder() {}

        /** The SMSC's hosts: name, name:port or [IPv6]:port, separated by commas. */
        public Builder hosts(String hosts) {
            return set(Property.HOSTS, hosts);
        }

        /** For hosts that name none; 2775, or 8775 with TLS. */
        public Builder port(int port) {
            return set(Property.PORT, port);
        }

        /** The account's name, carried by results and receipts; {@code default} unless set. */
        public Builder account(String name) {
            return set(Property.ACCOUNT, name);
        }

        /** system_id of the bind, up to 15 characters. */
        public Builder systemId(String systemId) {
            return set(Property.SYSTEM_ID, systemId);
        }

        /** password of the bind, up to 8 characters. */
        public Builder password(String password) {
            return set(Property.PASSWORD, password);
        }

        /** Encrypts the binds (TLS 1.2 or newer). */
        public Builder tls() {
            return set(Property.TLS, true);
        }

        /** Encrypts the binds, and trusts the authorities in this file instead of the JVM's; PKCS12 unless set. */
        public Builder trustStore(Path file, String password) {
            return tls().set(Property.TLS_TRUST_STORE, file.toString())
                    .set(Property.TLS_TRUST_STORE_PASSWORD, password);
        }

        /** Transceivers unless set. */
        public Builder bindType(BindType type) {
            return set(Property.BIND_TYPE, type.name());
        }

        /** Binds, or pairs, to each host; 1 unless set. */
        public Builder bindsPerHost(int binds) {
            return set(Property.BINDS_PER_HOST, binds);
        }

        /** Requests without an answer on a bind; 10 unless set. */
        public Builder windowSize(int requests) {
            return set(Property.WINDOW_SIZE, requests);
        }

        /** How the provider differs: gatewayapi (unless set) or generic. */
        public Builder profile(String name) {
            return set(Property.PROFILE, name);
        }

        /** The sender of messages that name none. */
        public Builder defaultFrom(String sender) {
            return set(Property.DEFAULT_FROM, sender);
        }

        /**
         * Gets every delivery receipt. It is acknowledged when the listener returned; if it throws, it is called again with
         * a growing delay, and in the end the SMSC is asked to send the receipt again. Without a listener nothing is
         * acknowledged, and the SMSC keeps what it has. With the property {@code acknowledge} at {@code STORED}, which
         * needs {@link #outboxDirectory}, it is acknowledged when it is on disk, and delivered from there.
         */
        public Builder onDeliveryReceipt(DeliveryReceiptListener listener) {
            this.receiptListener = listener;
            return this;
        }

        /** The same for messages that come from handsets. */
        public Builder onShortMessage(ShortMessageListener listener) {
            this.messageListener = listener;
            return this;
        }

        /**
         * Stores what is submitted in this directory, the client's own, before it is sent: submit returns when the message
         * is on disk, without a result, and the message leaves as soon as it can, also after a restart. Results come to
         * {@link #onSubmitResult}. {@link SmppConnection#submitNow} and {@link SmppClient#submitAsync} do not store.
         */
        public Builder outboxDirectory(Path directory) {
            return set(Property.OUTBOX_DIRECTORY, directory.toString());
        }

        /**
         * Gets the result of every stored submission. If it throws, it is called again later, also after a restart, until
         * {@code settledRetentionMillis} is over; it may be called twice for one result.
         */
        public Builder onSubmitResult(SubmitResultListener listener) {
            this.resultListener = listener;
            return this;
        }

        /**
         * Any property of docs/settings.md; a blank text, or null, is as if it was not set.
         *
         * @param value String, Integer or Boolean, as the property wants
         * @throws IllegalArgumentException naming the property, if there is no such property, or it cannot have this value
         */
        public Builder set(String property, @Nullable Serializable value) {
            Property named = Property.named(property);
            if (named.isOfAdapterOnly()) {
                throw named.wrong("only the resource adapter has it");
            }
            return set(named, value);
        }

        private Builder set(Property property, @Nullable Serializable value) {
            if (value == null || value instanceof String text && text.isBlank()) {
                properties.remove(property.toString());
            } else {
                property.check(value);
                properties.put(property.toString(), value);
            }
            return this;
        }

        /**
         * Begins to connect to all hosts, without waiting for any.
         *
         * @throws IllegalArgumentException naming the property that is missing or wrong, and what it may be
         */
        public SmppClient start() {
            if (resultListener != null && !properties.containsKey(Property.OUTBOX_DIRECTORY.toString())) {
                throw Property.OUTBOX_DIRECTORY.wrong(
                        "not set, and without it nothing has a result for onSubmitResult");
            }
            return new SmppClient(this);
        }
    }
}
