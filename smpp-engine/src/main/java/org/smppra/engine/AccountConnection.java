package org.smppra.engine;

import java.util.List;
import org.smppra.GatewayState;
import org.smppra.MessageStatus;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.SubmitResult;
import org.smppra.message.Address;
import org.smppra.message.MessageId;

/** An account as the API has it, without transactions: what is submitted is sent at once, or stored first. */
public final class AccountConnection implements SmppConnection {
    private final Account account;
    private final SubmitDefaults defaults;
    private final boolean stores;
    private volatile boolean closed;

    /** Everything is sent at once (mode DIRECT). */
    public AccountConnection(Account account, SubmitDefaults defaults) {
        this(account, defaults, false);
    }

    /** @param stores whether {@link #submit} returns when the message is on disk, to be sent later */
    AccountConnection(Account account, SubmitDefaults defaults, boolean stores) {
        this.account = account;
        this.defaults = defaults;
        this.stores = stores;
    }

    @Override
    public Submission submit(ShortMessage message) throws SmppException {
        return stores
                ? open().waitForOutbox()
                        .submit(List.of(account.prepare(message, defaults, true)))
                        .get(0)
                : Submission.settled(submitNow(message));
    }

    @Override
    public List<Submission> submitAll(List<ShortMessage> messages) throws SmppException {
        return stores
                ? open().storeAll(messages, defaults, true, open().waitForOutbox()::submit)
                : submitAllNow(messages).stream().map(Submission::settled).toList();
    }

    @Override
    public SubmitResult submitNow(ShortMessage message) throws SmppException {
        return open().submit(defaults.apply(message));
    }

    @Override
    public List<SubmitResult> submitAllNow(List<ShortMessage> messages) throws SmppException {
        return open().submitAll(messages.stream().map(defaults::apply).toList());
    }

    @Override
    public MessageStatus query(MessageId messageId, Address source) throws SmppException {
        return open().stored().query(messageId, source);
    }

    @Override
    public void cancel(MessageId messageId, Address source, Address destination) throws SmppException {
        open().stored().cancel(messageId, source, destination);
    }

    @Override
    public void replace(MessageId messageId, Address source, ShortMessage with) throws SmppException {
        open().stored().replace(messageId, source, with);
    }

    @Override
    public GatewayState gatewayState() {
        if (closed) {
            throw new IllegalStateException("the connection is closed");
        }
        return account.state();
    }

    @Override
    public void close() {
        closed = true;
    }

    private Account open() throws SmppException {
        if (closed) {
            throw new SmppException("SMPP-CLOSED", "the connection is closed", Sent.NOTHING, false, null);
        }
        return account;
    }
}
