package org.smppra.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smppra.GatewayState;
import org.smppra.GatewayUnavailableException;
import org.smppra.HostState;
import org.smppra.InvalidMessageException;
import org.smppra.MessagePlan;
import org.smppra.MessageStatus;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitRejectedException;
import org.smppra.SubmitResult;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.DataCoding;
import org.smppra.message.MessageId;

/**
 * A connection factory that keeps in memory what it was given, so that an EJB is tested without server or socket. Every
 * message is accepted unless {@link #next} says otherwise.
 */
public final class RecordingSmpp implements SmppConnectionFactory {
    private static final long FIRST_MESSAGE_ID = 1_000_000_000L;

    private final List<ShortMessage> submitted = new ArrayList<>();
    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private int count;
    private int open;

    /** What was accepted, or may have been, in order. */
    public synchronized List<ShortMessage> submitted() {
        return List.copyOf(submitted);
    }

    /** How the next message ends; several calls line up. */
    public synchronized void next(Outcome outcome) {
        outcomes.add(outcome);
    }

    /** Connections that were not closed. */
    public synchronized int openConnections() {
        return open;
    }

    @Override
    public synchronized SmppConnection getConnection() {
        open++;
        return new Connection();
    }

    @Override
    public SmppConnection getConnection(String systemId, String password) {
        return getConnection();
    }

    @Override
    public MessagePlan plan(ShortMessage message) {
        return MessagePlan.of(DataCoding.DEFAULT, 1, 1, 0);
    }

    private synchronized SubmitResult take(ShortMessage message) throws SmppException {
        Outcome outcome = outcomes.isEmpty() ? Outcome.ACCEPTED : outcomes.poll();
        String submissionId = String.format("TEST%016d", ++count);
        SubmitResult.Builder result = SubmitResult.builder(submissionId, outcome)
                .reference(message.reference().orElse(submissionId));
        switch (outcome) {
            case ACCEPTED -> {
                submitted.add(message);
                return result.part(MessageId.of(String.valueOf(FIRST_MESSAGE_ID + count)), CommandStatus.ESME_ROK)
                        .build();
            }
            case UNKNOWN -> {
                submitted.add(message);
                throw new SubmitOutcomeUnknownException(
                        result.part(null, null).retryable(true).build());
            }
            case INVALID -> throw new InvalidMessageException("recipient", "as the test wants it");
            case UNAVAILABLE -> throw new GatewayUnavailableException("as the test wants it", null);
            default ->
                throw new SubmitRejectedException(
                        result.part(null, CommandStatus.ESME_RSUBMITFAIL).build());
        }
    }

    private synchronized void closed() {
        open--;
    }

    private final class Connection implements SmppConnection {
        private boolean closed;

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
            if (closed) {
                throw new SmppException("SMPP-CLOSED", "the connection is closed", Sent.NOTHING, false, null);
            }
            return take(message);
        }

        @Override
        public List<SubmitResult> submitAllNow(List<ShortMessage> messages) throws SmppException {
            List<SubmitResult> results = new ArrayList<>();
            for (ShortMessage message : messages) {
                results.add(oneOfMany(message));
            }
            return results;
        }

        private SubmitResult oneOfMany(ShortMessage message) throws SmppException {
            try {
                return submitNow(message);
            } catch (InvalidMessageException e) {
                return failed(Outcome.INVALID, e);
            } catch (GatewayUnavailableException e) {
                return failed(Outcome.UNAVAILABLE, e);
            } catch (SubmitRejectedException e) {
                return e.result();
            } catch (SubmitOutcomeUnknownException e) {
                return e.result();
            }
        }

        private SubmitResult failed(Outcome outcome, SmppException why) {
            return SubmitResult.builder(String.format("TEST%016d", count), outcome)
                    .reason(String.valueOf(why.getMessage()))
                    .build();
        }

        @Override
        public MessageStatus query(MessageId messageId, Address source) throws SmppException {
            throw notSupported();
        }

        @Override
        public void cancel(MessageId messageId, Address source, Address destination) throws SmppException {
            throw notSupported();
        }

        @Override
        public void replace(MessageId messageId, Address source, ShortMessage with) throws SmppException {
            throw notSupported();
        }

        private static SmppException notSupported() {
            return new SmppException("SMPP-NOT-SUPPORTED", "not recorded", Sent.NOTHING, false, null);
        }

        @Override
        public GatewayState gatewayState() {
            HostState bound = HostState.of(HostState.Phase.BOUND, 1, 1, 0, null, null);
            return GatewayState.of(Map.of("recording:2775", bound), Set.of(), 0, null);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                closed();
            }
        }

        private void closed() {
            RecordingSmpp.this.closed();
        }
    }
}
