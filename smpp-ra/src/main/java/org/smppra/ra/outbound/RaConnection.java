package org.smppra.ra.outbound;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

/** The handle that an application holds. Public and not final because TomEE makes a subclass of it. */
public class RaConnection implements SmppConnection {
    private volatile @Nullable SmppManagedConnection connection;

    RaConnection(SmppManagedConnection connection) {
        this.connection = connection;
    }

    @Override
    public Submission submit(ShortMessage message) throws SmppException {
        return open().submit(message);
    }

    @Override
    public List<Submission> submitAll(List<ShortMessage> messages) throws SmppException {
        return open().submitAll(messages);
    }

    @Override
    public SubmitResult submitNow(ShortMessage message) throws SmppException {
        return open().direct().submitNow(message);
    }

    @Override
    public List<SubmitResult> submitAllNow(List<ShortMessage> messages) throws SmppException {
        return open().direct().submitAllNow(messages);
    }

    @Override
    public MessageStatus query(MessageId messageId, Address source) throws SmppException {
        return open().direct().query(messageId, source);
    }

    @Override
    public void cancel(MessageId messageId, Address source, Address destination) throws SmppException {
        open().direct().cancel(messageId, source, destination);
    }

    @Override
    public void replace(MessageId messageId, Address source, ShortMessage with) throws SmppException {
        open().direct().replace(messageId, source, with);
    }

    @Override
    public GatewayState gatewayState() {
        try {
            return open().direct().gatewayState();
        } catch (SmppException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        SmppManagedConnection open = connection;
        connection = null;
        if (open != null) {
            open.closed(this);
        }
    }

    /** The container gave this handle another managed connection. */
    void moveTo(SmppManagedConnection other) {
        SmppManagedConnection before = connection;
        if (before != null) {
            before.forget(this);
        }
        connection = other;
    }

    /** The container took the managed connection back. */
    void invalidate() {
        connection = null;
    }

    private Submitter open() throws SmppException {
        SmppManagedConnection open = connection;
        if (open == null) {
            throw new SmppException("SMPP-CLOSED", "the connection is closed", Sent.NOTHING, false, null);
        }
        return open.submitter();
    }
}
