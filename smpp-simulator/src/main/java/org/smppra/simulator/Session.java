package org.smppra.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.Codec;
import org.smppra.codec.PduException;
import org.smppra.codec.PduInput;
import org.smppra.codec.PduOutput;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;

/**
 * One client's session: takes its PDUs, one at a time, and appends the answers. Used by the connection's reader alone.
 *
 * <p>SMPP 3.4 section 2.2 (states).
 */
final class Session {
    private final Smsc smsc;
    private final Connection connection;
    private final BindDesk bindDesk;
    private final List<ReportOrder> orders = new ArrayList<>();
    private volatile @Nullable Binding binding;
    private final PduInput input = new PduInput();
    /** The PDU that is handled now: {@code length} octets from {@code from} on. */
    private byte[] octets = {};

    private int from;
    private int length;
    /** When the batch came that is handled now; null between two batches. */
    private @Nullable Instant batchAt;

    private boolean changed;
    private boolean ended;

    Session(Smsc smsc, Connection connection) {
        this.smsc = smsc;
        this.connection = connection;
        this.bindDesk = new BindDesk(smsc, connection);
    }

    @Nullable
    Binding binding() {
        return binding;
    }

    /** Whether the client has said its last word. */
    boolean ended() {
        return ended;
    }

    void receive(byte[] frames, int begin, int size, PduOutput answers) {
        octets = frames;
        from = begin;
        length = size;
        try {
            Envelope envelope = Codec.decode(input, frames, begin, size);
            CommandId command = envelope.body().commandId();
            if (!ProviderCommands.contains(command)) {
                unknown(command.value(), envelope.sequenceNumber(), answers);
            } else if (command.isResponse()) {
                response(envelope);
            } else {
                Codec.encode(request(envelope), answers);
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
        batchAt = null;
        Binding bound = binding;
        if (bound != null) {
            connection.courier().open();
            if (!orders.isEmpty()) {
                smsc.reports().order(bound.mailbox(), orders);
                orders.clear();
            }
        }
        if (changed) {
            changed = false;
            smsc.changes().signal();
        }
    }

    private Envelope request(Envelope envelope) {
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
        if (bound.receiving() != null) {
            bound.mailbox().join(bound.receiving());
        }
        smsc.listener().bound(bound.view());
        return new Envelope(status, sequenceNumber, BindDesk.answer(bind));
    }

    private Envelope submit(SubmitSm message, int sequenceNumber) {
        Binding bound = binding;
        if (bound == null || !bound.view().bindType().submits()) {
            return Envelope.answer(CommandId.SUBMIT_SM, sequenceNumber, CommandStatus.ESME_RINVBNDSTS);
        }
        changed = true;
        CommandStatus status = SubmitRules.check(message);
        if (!status.isOk()) {
            smsc.listener().submitRefused(bound.view(), message, status);
            return Envelope.answer(CommandId.SUBMIT_SM, sequenceNumber, status);
        }
        StoredMessage stored = accept(bound, message);
        MessageOutcome outcome = smsc.outcomes().of(message.destination().value());
        if (outcome.isReported(message.registeredDelivery())) {
            bound.mailbox().expect();
            orders.add(ReportOrder.of(stored, outcome));
        }
        smsc.listener().submitted(stored);
        return new Envelope(status, sequenceNumber, new SubmitSmResp(stored.messageId(), Tlvs.empty()));
    }

    /** From here on the message is there, whatever becomes of the answer. */
    private StoredMessage accept(Binding bound, SubmitSm message) {
        Instant at = batchAt;
        if (at == null) {
            at = smsc.clock().instant();
            batchAt = at;
        }
        long id = smsc.messageIds().next();
        smsc.store().add(id, bound.origin(), at, octets, from, length);
        return new StoredMessage(
                Long.toString(id), bound.view().systemId(), connection.hostName(), message, at);
    }

    private Envelope unbind(int sequenceNumber) {
        Binding bound = binding;
        if (bound == null) {
            return Envelope.answer(CommandId.UNBIND, sequenceNumber, CommandStatus.ESME_RINVBNDSTS);
        }
        // No report behind the unbind_resp.
        connection.courier().close();
        ended = true;
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
                        .add(acknowledgement(bound, noted, status)));
        if (report == null) {
            return;
        }
        changed = true;
        if (!status.isOk()) {
            smsc.later(smsc.timing().redeliveryDelay(), () -> bound.mailbox().rested(report));
        }
        smsc.listener().acknowledged(acknowledgement(bound, report, status));
    }

    private Acknowledgement acknowledgement(Binding bound, Report report, CommandStatus status) {
        return new Acknowledgement(report.key(), bound.view().systemId(), status, connection.hostName());
    }
}
