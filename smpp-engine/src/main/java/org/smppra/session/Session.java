package org.smppra.session;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.FramingException;
import org.smppra.codec.PduException;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindResponse;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;
import org.smppra.session.SessionEnd.Cause;

/**
 * One session of a client (ESME), as a machine that is told what happens and says what to do.
 *
 * <pre>
 *   OPEN --bind--> BINDING --resp ok--> BOUND_TX | BOUND_RX | BOUND_TRX
 *                     |                      | peer's unbind, or drain()
 *                     | refused, timeout     v
 *                     |                   DRAINING --ours, empty--> UNBINDING
 *                     |                      | peer's, empty            | resp, timeout
 *                     +----------------------+--------------------------+--> CLOSED
 * </pre>
 *
 * <p>Not safe for use by several threads: its owner guards it with one lock. Times are {@code System.nanoTime} values.
 * SMPP 3.4 sections 2.2 to 2.9.
 */
public final class Session<C> {
    private static final int MAX_SEQUENCE_NUMBER = 0x7FFFFFFF;
    /** Requests without an answer in time that are remembered, in windows. */
    private static final int WINDOWS_REMEMBERED = 4;

    private final SessionSettings settings;
    private final SessionListener<C> listener;
    private final Window<C> window;
    private final LateCalls<C> late;
    private SessionState state = SessionState.OPEN;
    private @Nullable BindRequest bind;
    private @Nullable Liveness liveness;
    private int lastSequenceNumber;
    private int bindSequenceNumber;
    private int peerUnbind;
    private boolean peerUnbinds;
    private int deliveriesDue;
    private long deadline;

    public Session(SessionSettings settings, SessionListener<C> listener) {
        this.settings = settings;
        this.listener = listener;
        this.window = new Window<>(settings.windowSize());
        this.late = new LateCalls<>(WINDOWS_REMEMBERED * settings.windowSize());
    }

    public SessionState state() {
        return state;
    }

    /** Requests without an answer. */
    public int outstanding() {
        return window.outstanding();
    }

    /** Whether {@link #open} would take a request now. */
    public boolean canOpen() {
        return state.maySubmit() && !window.isFull();
    }

    public void bind(BindRequest request, long now) {
        bind = request;
        state = SessionState.BINDING;
        deadline = now + settings.bindTimeout();
        bindSequenceNumber = nextSequenceNumber();
        listener.send(Envelope.request(bindSequenceNumber, request));
    }

    /** Takes a slot for a request. @return its sequence number, or 0 if none may be sent now */
    public int open(C call, long now) {
        if (!canOpen()) {
            return 0;
        }
        int sequenceNumber = nextSequenceNumber();
        while (!window.isFree(sequenceNumber)) {
            sequenceNumber = nextSequenceNumber();
        }
        window.open(sequenceNumber, call, now + settings.responseTimeout());
        return sequenceNumber;
    }

    /** Gives back the slot of a request that was never written. */
    public void withdraw(int sequenceNumber) {
        window.close(sequenceNumber);
    }

    /** Gives back the slots of all requests that were never written. */
    public void withdrawIf(Predicate<C> unwritten, Consumer<C> each) {
        window.closeIf(unwritten, each);
    }

    /** Answers a delivered message; ignored when the session is over. */
    public void answer(Envelope message, CommandStatus status) {
        if (state == SessionState.CLOSED) {
            return;
        }
        deliveriesDue--;
        listener.send(Envelope.answer(message.body().commandId(), message.sequenceNumber(), status));
        endIfDrained();
    }

    /** Our own wish to unbind: what is under way is finished first. */
    public void drain(long now) {
        drain(now, now + settings.closeTimeout() / 2);
    }

    /** The same with as much time as a request has for its answer: nothing under way is given up for it. */
    public void drainPatiently(long now) {
        drain(now, now + settings.responseTimeout() + settings.closeTimeout() / 2);
    }

    private void drain(long now, long until) {
        if (state.isBound()) {
            state = SessionState.DRAINING;
            deadline = until;
            listener.draining("closing");
            endIfDrained();
        } else if (state == SessionState.DRAINING && !peerUnbinds && until - deadline < 0) {
            deadline = until; // a second wish that has less time
        } else if (state == SessionState.OPEN || state == SessionState.BINDING) {
            end(Cause.UNBOUND, "closed before it was bound", null);
        }
    }

    /** The connection is gone: hands over all requests without an answer. */
    public void lost(Consumer<C> unanswered) {
        state = SessionState.CLOSED;
        window.closeIf(call -> true, unanswered);
    }

    public void received(Envelope envelope, long now) {
        if (state == SessionState.CLOSED) {
            return;
        }
        if (liveness != null) {
            liveness.received(now);
        }
        if (envelope.body().commandId().isResponse()) {
            response(envelope, now);
        } else {
            request(envelope, now);
        }
    }

    /** A frame that could not be read costs its sender that PDU, not the session. */
    public void unreadable(PduException problem, long now) {
        if (state == SessionState.CLOSED) {
            return;
        }
        if (liveness != null) {
            liveness.received(now);
        }
        if (!CommandId.isResponse(problem.commandId())) {
            CommandId id = CommandId.of(problem.commandId());
            listener.send(Envelope.answer(
                    id == null ? CommandId.GENERIC_NACK : id, problem.sequenceNumber(), problem.status()));
            return;
        }
        if (state == SessionState.BINDING && problem.sequenceNumber() == bindSequenceNumber) {
            end(Cause.BIND_REFUSED, "the answer to the bind cannot be read: " + problem.getMessage(), null);
            return;
        }
        C call = answered(problem.sequenceNumber(), CommandId.of(problem.commandId()));
        if (call != null) {
            listener.unanswered(call, "the answer cannot be read: " + problem.getMessage());
            endIfDrained();
        }
    }

    /** Where the next PDU begins is not known any more: the peer is told, and nothing of it is believed. */
    public void lostPlace(FramingException problem) {
        if (state != SessionState.CLOSED) {
            listener.send(Envelope.answer(CommandId.GENERIC_NACK, 0, CommandStatus.ESME_RINVCMDLEN));
            end(Cause.LOST, "lost the place in the stream: " + problem.getMessage(), null);
        }
    }

    public void tick(long now) {
        switch (state) {
            case OPEN, CLOSED -> {}
            case BINDING -> {
                if (now - deadline >= 0) {
                    end(Cause.BIND_TIMEOUT, "no answer to the bind", null);
                }
            }
            case BOUND_TX, BOUND_RX, BOUND_TRX -> {
                expire(now);
                live(now);
            }
            case DRAINING -> {
                expire(now);
                if (state == SessionState.DRAINING && now - deadline >= 0) {
                    drained();
                }
            }
            case UNBINDING -> {
                if (now - deadline >= 0) {
                    end(Cause.UNBOUND, "no answer to unbind", null);
                }
            }
        }
    }

    private void expire(long now) {
        window.expire(now, (sequenceNumber, call) -> {
            late.add(sequenceNumber, call);
            listener.unanswered(call, "no answer in time");
        });
        endIfDrained();
    }

    private void live(long now) {
        Liveness.Due due = liveness == null ? Liveness.Due.NOTHING : liveness.tick(now);
        switch (due) {
            case NOTHING -> {}
            case ENQUIRE_LINK -> listener.send(Envelope.request(nextSequenceNumber(), new EnquireLink()));
            case NO_ANSWER -> end(Cause.SILENT, "no answer to enquire_link", null);
            case INACTIVE -> end(Cause.SILENT, "nothing came for too long", null);
        }
    }

    private void request(Envelope envelope, long now) {
        int sequenceNumber = envelope.sequenceNumber();
        switch (envelope.body().commandId()) {
            case ENQUIRE_LINK ->
                listener.send(new Envelope(CommandStatus.ESME_ROK, sequenceNumber, new EnquireLinkResp()));
            case UNBIND -> unbindRequested(sequenceNumber, now);
            case DELIVER_SM -> message(envelope, state.mayDeliver());
            case DATA_SM -> message(envelope, state.isBound());
            case OUTBIND, ALERT_NOTIFICATION -> {} // have no answer, and nobody here waits for them
            default ->
                listener.send(
                        Envelope.answer(envelope.body().commandId(), sequenceNumber, CommandStatus.ESME_RINVCMDID));
        }
    }

    private void message(Envelope envelope, boolean mayCome) {
        if (mayCome) {
            deliveriesDue++;
            listener.delivered(envelope);
        } else {
            listener.send(Envelope.answer(
                    envelope.body().commandId(),
                    envelope.sequenceNumber(),
                    state.isEnding() ? settings.drainingStatus() : CommandStatus.ESME_RINVBNDSTS));
        }
    }

    private void response(Envelope envelope, long now) {
        Pdu body = envelope.body();
        if (state == SessionState.BINDING && envelope.sequenceNumber() == bindSequenceNumber) {
            bindAnswered(envelope, now);
        } else if (body instanceof UnbindResp && state == SessionState.UNBINDING) {
            end(Cause.UNBOUND, "unbound", null);
        } else if (!(body instanceof EnquireLinkResp)) {
            C call = answered(envelope.sequenceNumber(), body.commandId());
            if (call == null) {
                stray(envelope);
            } else {
                listener.answered(call, envelope);
                endIfDrained();
            }
        }
    }

    private void stray(Envelope envelope) {
        int sequenceNumber = envelope.sequenceNumber();
        C call = late.at(sequenceNumber);
        if (call != null && listener.isAnswer(call, envelope.body().commandId())) {
            late.forget(sequenceNumber);
            listener.answeredLate(call, envelope);
        } else {
            listener.stray(envelope);
        }
    }

    /** Closes the slot of the request that such an answer answers; null if there is none, whatever its number. */
    private @Nullable C answered(int sequenceNumber, @Nullable CommandId answer) {
        C call = window.at(sequenceNumber);
        return call != null && answer != null && listener.isAnswer(call, answer) ? window.close(sequenceNumber) : null;
    }

    private void bindAnswered(Envelope answer, long now) {
        BindRequest request = bind;
        boolean expected = answer.body() instanceof BindResponse
                && request != null
                && answer.body().commandId() == request.commandId().response();
        if (request != null && expected && answer.status().isOk()) {
            state = SessionState.boundBy(request);
            liveness = new Liveness(settings, now);
            listener.bound();
        } else if (answer.status().isOk()) {
            end(Cause.BIND_REFUSED, "answered the bind with " + answer.body().commandId(), null);
        } else {
            end(
                    Cause.BIND_REFUSED,
                    "refused the bind with " + answer.status() + remedy(answer.status()),
                    answer.status());
        }
    }

    /** An SMSC that lacks a bind answers as to any unknown command. */
    private String remedy(CommandStatus status) {
        boolean lacksIt = status.equals(CommandStatus.ESME_RINVCMDID) && bind instanceof BindTransceiver;
        return lacksIt ? "; it may know only bindType TRANSMITTER_RECEIVER" : "";
    }

    private void unbindRequested(int sequenceNumber, long now) {
        peerUnbind = sequenceNumber;
        peerUnbinds = true;
        if (state == SessionState.UNBINDING) {
            drained();
            return;
        }
        boolean wasDraining = state == SessionState.DRAINING;
        state = SessionState.DRAINING;
        deadline = now + settings.drainTimeout();
        if (!wasDraining) {
            listener.draining("the host unbinds");
        }
        endIfDrained();
    }

    private void endIfDrained() {
        if (state == SessionState.DRAINING && window.outstanding() == 0 && deliveriesDue <= 0) {
            drained();
        }
    }

    private void drained() {
        if (peerUnbinds) {
            listener.send(new Envelope(CommandStatus.ESME_ROK, peerUnbind, new UnbindResp()));
            end(Cause.PEER_UNBOUND, "the host unbound", null);
        } else {
            state = SessionState.UNBINDING;
            deadline += settings.closeTimeout() / 2;
            listener.send(Envelope.request(nextSequenceNumber(), new Unbind()));
        }
    }

    private void end(Cause cause, String text, @Nullable CommandStatus status) {
        state = SessionState.CLOSED;
        listener.ended(new SessionEnd(cause, text, status));
    }

    private int nextSequenceNumber() {
        lastSequenceNumber = lastSequenceNumber == MAX_SEQUENCE_NUMBER ? 1 : lastSequenceNumber + 1;
        return lastSequenceNumber;
    }
}
