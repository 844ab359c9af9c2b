package org.smppra.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smppra.GatewayState;
import org.smppra.GatewayUnavailableException;
import org.smppra.HostState;
import org.smppra.InvalidMessageException;
import org.smppra.MessageStatus;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitRejectedException;
import org.smppra.SubmitResult;
import org.smppra.message.Address;
import org.smppra.message.MessageId;

/** A lease on a {@link RecordingSmpp}. */
final class RecordingConnection implements SmppConnection {
    private final RecordingSmpp recording;
    private volatile boolean closed;

    RecordingConnection(RecordingSmpp recording) {
        this.recording = recording;
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
        SubmitResult result = answer(message);
        switch (result.outcome()) {
            case REFUSED -> throw new SubmitRejectedException(result);
            case UNKNOWN -> throw new SubmitOutcomeUnknownException(result);
            case UNAVAILABLE -> throw new GatewayUnavailableException("no host is bound", null);
            case INVALID -> throw new InvalidMessageException("recipient", "refused by the test");
            default -> {
                return result;
            }
        }
    }

    @Override
    public List<SubmitResult> submitAllNow(List<ShortMessage> messages) {
        List<SubmitResult> results = new ArrayList<>(messages.size());
        for (ShortMessage message : messages) {
            results.add(answer(message));
        }
        return results;
    }

    private SubmitResult answer(ShortMessage message) {
        if (closed) {
            throw new IllegalStateException("the connection is closed");
        }
        return recording.answer(message);
    }

    @Override
    public MessageStatus query(MessageId messageId, Address source) throws SmppException {
        throw notSupported("query_sm");
    }

    @Override
    public void cancel(MessageId messageId, Address source, Address destination) throws SmppException {
        throw notSupported("cancel_sm");
    }

    @Override
    public void replace(MessageId messageId, Address source, ShortMessage with) throws SmppException {
        throw notSupported("replace_sm");
    }

    /** The provider that this stands for has none of these. */
    private static SmppException notSupported(String command) {
        return new SmppException("SMPP-NOT-SUPPORTED", command, Sent.NOTHING, false, null);
    }

    @Override
    public GatewayState gatewayState() {
        HostState bound = HostState.of(HostState.Phase.BOUND, 1, 1, 0, null, null);
        return GatewayState.of(Map.of("recording:2775", bound), Set.of(), 0, null);
    }

    @Override
    public void close() {
        closed = true;
    }
}
