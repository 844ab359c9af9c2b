package org.smppra.simulator;

import org.jspecify.annotations.Nullable;
import org.smppra.codec.Codec;
import org.smppra.codec.PduException;
import org.smppra.codec.PduInput;
import org.smppra.codec.PduOutput;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.SubmitSm;

/**
 * One client's session: takes its PDUs, one at a time, and appends the answers. Used by the connection's reader alone.
 *
 * <p>SMPP 3.4 section 2.2 (states).
 */
final class Session {
    private final Smsc smsc;
    private final Connection connection;
    private final BindDesk bindDesk;
    private final SubmitDesk submitDesk;
    private final DisturbedAnswers disturbed;
    private final PduInput input = new PduInput();
    private final Frame frame = new Frame();
    private volatile @Nullable Binding binding;
    /** The newest bind that was asked for, accepted or not. */
    private volatile @Nullable BindRequest claimed;

    private AfterAnswers after;
    private boolean changed;
    /** Whether the bind may have room for more reports. */
    private boolean acknowledged;
    private boolean ended;

    Session(Smsc smsc, Connection connection) {
        this.smsc = smsc;
        this.connection = connection;
        this.bindDesk = new BindDesk(smsc, connection);
        this.submitDesk = new SubmitDesk(smsc, connection);
        this.disturbed = new DisturbedAnswers(smsc.disturbances(), connection.line(), this);
        this.after = new AfterAnswers(smsc, connection);
    }

    @Nullable
    Binding binding() {
        return binding;
    }

    /** Whether the client has said its last word. */
    boolean ended() {
        return ended || after.isEnd();
    }

    /** Whose bind it is or will be, if it is accepted; empty before. */
    String claimedSystemId() {
        Binding bound = binding;
        BindRequest wish = claimed;
        return bound != null ? bound.view().systemId() : wish != null ? wish.systemId() : "";
    }

    @Nullable
    BindType claimedType() {
        Binding bound = binding;
        BindRequest wish = claimed;
        return bound != null ? bound.view().bindType() : wish != null ? BindType.of(wish) : null;
    }

    void receive(byte[] frames, int begin, int size, PduOutput answers) {
        frame.set(frames, begin, size);
        try {
            Envelope envelope = Codec.decode(input, frames, begin, size);
            CommandId command = envelope.body().commandId();
            if (!ProviderCommands.contains(command)) {
                unknown(command.value(), envelope.sequenceNumber(), answers);
            } else if (command.isResponse()) {
                response(envelope);
            } else if (smsc.disturbances().any()) {
                disturbed.answer(envelope, answers);
            } else {
                Codec.encode(request(envelope), answers);
                after.joinNow();
            }
        } catch (PduException e) {
            unreadable(e, answers);
        }
    }

    private void unreadable(PduException e, PduOutput answers) {
        CommandId command = CommandId.of(e.commandId());
        if (command == null || !ProviderCommands.contains(command)) {
            unknown(e.commandId(), e.sequenceNumber(), answers);
            return;
        }
        connection.complain(String.valueOf(e.getMessage()));
        if (!command.isResponse()) {
            Codec.encode(Envelope.answer(command, e.sequenceNumber(), e.status()), answers);
        }
    }

    private void unknown(int commandId, int sequenceNumber, PduOutput answers) {
        connection.complain(String.format("unknown command_id 0x%08X", commandId));
        if (!CommandId.isResponse(commandId)) {
            Codec.encode(
                    Envelope.answer(CommandId.GENERIC_NACK, sequenceNumber, CommandStatus.ESME_RINVCMDID), answers);
        }
    }

    /** The answers of a batch are written, or never will be: only now reports may follow. */
    void batchDone() {
        submitDesk.batchDone();
        if (binding != null) {
            connection.courier().open();
        }
        after.settle();
        Binding bound = binding;
        if (acknowledged && bound != null) {
            acknowledged = false;
            bound.mailbox().assign();
        }
        if (changed) {
            changed = false;
            smsc.changes().signal();
        }
    }

    /** The request that is answered next; its sender may be known by it alone. */
    void claim(Pdu request) {
        if (request instanceof BindRequest bind) {
            claimed = bind;
        }
    }

    /** What follows the answers from now on is kept apart. */
    AfterAnswers beginAfter() {
        AfterAnswers before = after;
        after = new AfterAnswers(smsc, connection);
        return before;
    }

    void resumeAfter(AfterAnswers earlier) {
        after = earlier;
    }

    Envelope request(Envelope envelope) {
        int sequenceNumber = envelope.sequenceNumber();
        Pdu body = envelope.body();
        return switch (body.commandId()) {
            case BIND_RECEIVER, BIND_TRANSMITTER, BIND_TRANSCEIVER -> bind((BindRequest) body, sequenceNumber);
            case SUBMIT_SM -> submit((SubmitSm) body, sequenceNumber);
            case ENQUIRE_LINK -> Envelope.answer(CommandId.ENQUIRE_LINK, sequenceNumber, CommandStatus.ESME_ROK);
            case UNBIND -> unbind(sequenceNumber);
            // deliver_sm: only the SMSC may send it.
            default -> Envelope.answer(body.commandId(), sequenceNumber, CommandStatus.ESME_RINVBNDSTS);
        };
    }

    private Envelope bind(BindRequest bind, int sequenceNumber) {
        smsc.bindAttempts().incrementAndGet();
        changed = true;
        CommandStatus status = binding != null ? CommandStatus.ESME_RALYBND : bindDesk.check(bind);
        if (!status.isOk()) {
            smsc.listener().bindRefused(connection.hostName(), connection.remote(), bind.systemId(), status);
            return Envelope.answer(bind.commandId(), sequenceNumber, status);
        }
        Binding bound = bindDesk.bind(bind);
        connection.bound();
        binding = bound;
        after.join(bound);
        smsc.listener().bound(bound.view());
        return new Envelope(status, sequenceNumber, BindDesk.answer(bind));
    }

    private Envelope submit(SubmitSm message, int sequenceNumber) {
        Binding bound = binding;
        if (bound == null || !bound.view().bindType().submits()) {
            return Envelope.answer(CommandId.SUBMIT_SM, sequenceNumber, CommandStatus.ESME_RINVBNDSTS);
        }
        changed = true;
        return submitDesk.submit(bound, message, sequenceNumber, frame, after);
    }

    /** Answers with an error and does nothing, as a behaviour wants it. */
    Envelope refuse(Envelope request, CommandStatus status) {
        changed = true;
        Binding bound = binding;
        if (request.body() instanceof BindRequest bind) {
            smsc.bindAttempts().incrementAndGet();
            smsc.listener().bindRefused(connection.hostName(), connection.remote(), bind.systemId(), status);
        } else if (request.body() instanceof SubmitSm message && bound != null) {
            return submitDesk.refuse(bound, message, request.sequenceNumber(), status);
        }
        return Envelope.answer(request.body().commandId(), request.sequenceNumber(), status);
    }

    private Envelope unbind(int sequenceNumber) {
        Binding bound = binding;
        if (bound == null) {
            return Envelope.answer(CommandId.UNBIND, sequenceNumber, CommandStatus.ESME_RINVBNDSTS);
        }
        after.end();
        return Envelope.answer(CommandId.UNBIND, sequenceNumber, CommandStatus.ESME_ROK);
    }

    private void response(Envelope envelope) {
        switch (envelope.body().commandId()) {
            case DELIVER_SM_RESP -> answered(envelope.sequenceNumber(), envelope.status());
            // A client that does not know deliver_sm refuses it this way.
            case GENERIC_NACK ->
                answered(
                        envelope.sequenceNumber(),
                        envelope.status().isOk() ? CommandStatus.ESME_RUNKNOWNERR : envelope.status());
            case UNBIND_RESP -> ended = connection.isUnbinding();
            default -> {}
        }
    }

    private void answered(int sequenceNumber, CommandStatus status) {
        Binding bound = binding;
        if (bound == null || bound.receiving() == null) {
            return;
        }
        Report report = bound.mailbox()
                .answered(bound.receiving(), sequenceNumber, status, noted -> smsc.acknowledgements()
                        .add(bound.origin(), status, noted.key()));
        if (report == null) {
            return;
        }
        changed = true;
        acknowledged = true;
        if (!status.isOk()) {
            smsc.later(smsc.timing().redeliveryDelay(), () -> bound.mailbox().rested(report));
        }
        smsc.listener()
                .acknowledged(new Acknowledgement(
                        report.key(), bound.view().systemId(), status, connection.hostName()));
    }
}
