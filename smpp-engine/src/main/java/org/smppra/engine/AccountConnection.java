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

/** An account as the API has it: everything is sent at once (mode DIRECT). */
public final class AccountConnection implements SmppConnection {
    private final Account account;
    private final SubmitDefaults defaults;
    private volatile boolean closed;

    public AccountConnection(Account account, SubmitDefaults defaults) {
        this.account = account;
        this.defaults = defaults;
    }

    @Override
    public Submission submit(ShortMessage message) throws SmppException {
        return Submission.settled(submitNow(message));
    }

    @Override
    public List<Submission> submitAll(List<ShortMessage> messages) throws SmppException {
        return submitAllNow(messages).stream().map(Submission::settled).toList();
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
