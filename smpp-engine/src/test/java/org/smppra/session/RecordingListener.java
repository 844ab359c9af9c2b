package org.smppra.session;

import java.util.ArrayList;
import java.util.List;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;

/** Writes down what a session wants. */
final class RecordingListener implements SessionListener<String> {
    final List<Envelope> sent = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    Runnable onDraining = () -> {};

    Envelope lastSent() {
        return sent.get(sent.size() - 1);
    }

    @Override
    public void send(Envelope envelope) {
        sent.add(envelope);
    }

    @Override
    public void bound() {
        events.add("bound");
    }

    @Override
    public boolean isAnswer(String call, CommandId answer) {
        return answer == CommandId.SUBMIT_SM_RESP || answer == CommandId.GENERIC_NACK;
    }

    @Override
    public void answered(String call, Envelope answer) {
        events.add(call + " answered " + answer.status());
    }

    @Override
    public void unanswered(String call, String reason) {
        events.add(call + " unanswered");
    }

    @Override
    public void answeredLate(String call, Envelope answer) {
        events.add(call + " answered late " + answer.status());
    }

    @Override
    public void stray(Envelope answer) {
        events.add("stray " + answer.sequenceNumber());
    }

    @Override
    public void delivered(Envelope message) {
        events.add("delivered " + message.sequenceNumber());
    }

    @Override
    public void draining(String reason) {
        events.add("draining");
        onDraining.run();
    }

    @Override
    public void ended(SessionEnd end) {
        events.add("ended " + end.cause());
    }
}
