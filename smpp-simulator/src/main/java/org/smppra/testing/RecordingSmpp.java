package org.smppra.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.smppra.MessagePlan;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SubmitResult;
import org.smppra.message.CommandStatus;
import org.smppra.message.DataCoding;
import org.smppra.message.MessageId;

/**
 * Stands in for a connection factory in unit tests: sends nothing, records what it was given, answers as told.
 *
 * <p>It behaves as a factory in the mode DIRECT. It does not check messages: a refusal is what {@link #next} says.
 */
public final class RecordingSmpp implements SmppConnectionFactory {
    private static final long FIRST_MESSAGE_ID = 1_000_000_000L;
    private static final int ONE_PART = 160;

    private record Answer(Outcome outcome, CommandStatus status) {}

    private final List<ShortMessage> submitted = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private long count;

    /** What left, or may have left, in order: accepted messages and those of unknown outcome. */
    public synchronized List<ShortMessage> submitted() {
        return List.copyOf(submitted);
    }

    /**
     * Decides the outcome of the next submit for which none is decided yet; without it all are accepted. A refusal
     * comes with ESME_RSUBMITFAIL.
     */
    public RecordingSmpp next(Outcome outcome) {
        return next(outcome, CommandStatus.ESME_RSUBMITFAIL);
    }

    /** The same, with the status of a refusal. */
    public synchronized RecordingSmpp next(Outcome outcome, CommandStatus status) {
        answers.add(new Answer(outcome, status));
        return this;
    }

    @Override
    public SmppConnection getConnection() {
        return new RecordingConnection(this);
    }

    /** The same for any account. */
    @Override
    public SmppConnection getConnection(String systemId, String password) {
        return getConnection();
    }

    /** Always one part of the default alphabet, or the data coding the message asks for. */
    @Override
    public MessagePlan plan(ShortMessage message) {
        int length = message.text().map(String::length).orElse(0);
        return MessagePlan.of(message.dataCoding().orElse(DataCoding.DEFAULT), 1, 1, Math.max(0, ONE_PART - length));
    }

    synchronized SubmitResult answer(ShortMessage message) {
        Answer answer = answers.isEmpty() ? new Answer(Outcome.ACCEPTED, CommandStatus.ESME_ROK) : answers.remove();
        String submissionId = String.format("RECORDED%012d", ++count);
        SubmitResult.Builder result = SubmitResult.builder(submissionId, answer.outcome)
                .reference(message.reference().orElse(submissionId));
        switch (answer.outcome) {
            case ACCEPTED -> result.part(MessageId.of(Long.toString(FIRST_MESSAGE_ID + count)), CommandStatus.ESME_ROK);
            case REFUSED -> result.part(null, answer.status);
            case UNKNOWN -> result.part(null, null).reason("no answer came").retryable(true);
            case UNAVAILABLE -> result.reason("no host is bound").retryable(true);
            case INVALID -> result.reason("recipient: refused by the test");
            default -> result.reason("decided by the test");
        }
        SubmitResult built = result.build();
        if (built.sent() != Sent.NOTHING) {
            submitted.add(message);
        }
        return built;
    }
}
