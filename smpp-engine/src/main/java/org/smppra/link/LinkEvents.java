package org.smppra.link;

import org.smppra.message.CommandStatus;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;
import org.smppra.session.Session;
import org.smppra.session.SessionEnd;
import org.smppra.session.SessionListener;

/** What a link's session wants: octets at once, everything that leaves the lock afterwards. */
final class LinkEvents implements SessionListener<Call> {
    private final Link link;
    private final GroupWriter writer;
    private final LinkListener listener;
    private final Counters<LinkCounter> counters;
    private final Aftermath after;
    private final Delivered delivered = new Delivered();
    private Batch batch = new Batch();
    private int place;

    LinkEvents(Link link, GroupWriter writer, LinkListener listener, Counters<LinkCounter> counters, Aftermath after) {
        this.link = link;
        this.writer = writer;
        this.listener = listener;
        this.counters = counters;
        this.after = after;
    }

    @Override
    public void send(Envelope envelope) {
        writer.appendControl(envelope);
    }

    @Override
    public void bound() {
        counters.count(LinkCounter.BINDS);
        after.add(() -> listener.bound(link));
    }

    @Override
    public boolean isAnswer(Call call, CommandId answer) {
        return answer == call.request().commandId().response() || answer == CommandId.GENERIC_NACK;
    }

    @Override
    public void answered(Call call, Envelope answer) {
        if (answer.status().isOk()) {
            counters.count(LinkCounter.ACCEPTED);
        } else {
            counters.count(LinkCounter.REFUSED);
            after.add(() -> listener.refused(link, answer.status()));
        }
        call.answered(answer);
        after.add(call);
    }

    @Override
    public void unanswered(Call call, String reason) {
        settle(call, Call.Fate.UNANSWERED, reason);
    }

    /** Settles a call without an answer. */
    void settle(Call call, Call.Fate fate, String reason) {
        if (fate == Call.Fate.UNANSWERED) {
            counters.count(LinkCounter.UNANSWERED);
        }
        call.fail(fate, reason);
        after.add(call);
    }

    @Override
    public void answeredLate(Call call, Envelope answer) {
        counters.count(LinkCounter.LATE);
        after.add(() -> call.answeredLate(answer));
    }

    @Override
    public void stray(Envelope answer) {
        counters.count(LinkCounter.STRAY);
    }

    /** Under the lock: what the session says next is about the PDU at this place. */
    void at(Batch of, int index) {
        batch = of;
        place = index;
    }

    @Override
    public void delivered(Envelope message) {
        delivered.add(place);
    }

    boolean hasDelivered() {
        return !delivered.isEmpty();
    }

    /** Without the lock. What the listener answers at once waits for {@link #answer}. */
    void deliver() {
        counters.count(LinkCounter.DELIVERED, delivered.size());
        delivered.tell(batch, link, listener);
    }

    /** On the reader thread. @return whether {@link #answer} gives this answer */
    boolean answersLater(Envelope message, CommandStatus status) {
        return delivered.answersLater(batch, message, status);
    }

    /** Under the lock. */
    void answer(Session<Call> session) {
        delivered.answer(batch, session);
        delivered.clear();
    }

    @Override
    public void draining(String reason) {
        link.withdrawUnsent(reason);
        after.add(() -> listener.draining(link));
    }

    @Override
    public void ended(SessionEnd end) {
        link.ended(end);
    }
}
