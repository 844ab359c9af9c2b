package org.smppra.simulator;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.smppra.codec.PduException;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.BindReceiver;
import org.smppra.pdu.BindReceiverResp;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindTransceiverResp;
import org.smppra.pdu.BindTransmitter;
import org.smppra.pdu.BindTransmitterResp;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;

/** The provider's side of one session: what is answered to what. Runs on the connection's reader. */
final class Conversation {
    private static final String SYSTEM_ID = "smpp-simulator";
    private static final int VERSION_3_4 = 0x34;

    private final Connection connection;
    private final SimulatedHost host;
    private final Gateway gateway;
    private volatile @Nullable BindRequest bound;

    Conversation(Connection connection, SimulatedHost host, Gateway gateway) {
        this.connection = connection;
        this.host = host;
        this.gateway = gateway;
    }

    String systemId() {
        BindRequest request = bound;
        return request == null ? "" : request.systemId();
    }

    @Nullable
    CommandId bind() {
        BindRequest request = bound;
        return request == null ? null : request.commandId();
    }

    void received(Envelope envelope) {
        Pdu body = envelope.body();
        int number = envelope.sequenceNumber();
        if (body instanceof SubmitSm message) {
            submit(message, number);
        } else if (body instanceof DeliverSmResp) {
            acknowledged(number, envelope.status());
        } else if (body instanceof EnquireLink) {
            connection.send(new Envelope(CommandStatus.ESME_ROK, number, new EnquireLinkResp()));
        } else if (body instanceof BindRequest request) {
            bind(request, number);
        } else if (body instanceof Unbind) {
            log("unbind of " + systemId());
            connection.send(new Envelope(CommandStatus.ESME_ROK, number, new UnbindResp()));
            connection.finish();
        } else if (body instanceof UnbindResp) {
            connection.finish();
        } else if (!body.commandId().isResponse()) {
            connection.send(Envelope.answer(CommandId.GENERIC_NACK, number, CommandStatus.ESME_RINVCMDID));
        }
    }

    void unreadable(PduException problem) {
        if (!CommandId.isResponse(problem.commandId())) {
            CommandId id = CommandId.of(problem.commandId());
            connection.send(Envelope.answer(
                    id == null ? CommandId.GENERIC_NACK : id, problem.sequenceNumber(), problem.status()));
        }
    }

    private void bind(BindRequest request, int number) {
        gateway.bindAttempts().incrementAndGet();
        CommandStatus status = checkBind(request);
        if (status.isOk()) {
            bound = request;
            connection.send(new Envelope(status, number, bindResponse(request)));
            if (!(request instanceof BindTransmitter)) {
                gateway.reports().join(connection);
            }
        } else {
            connection.send(Envelope.answer(request.commandId(), number, status));
        }
        log(request.commandId().name().toLowerCase(java.util.Locale.ROOT) + " of " + request.systemId() + ": "
                + status);
        gateway.changes().happened();
    }

    private CommandStatus checkBind(BindRequest request) {
        if (bound != null) {
            return CommandStatus.ESME_RALYBND;
        }
        if (gateway.accounts().isEmpty()) {
            return CommandStatus.ESME_ROK;
        }
        String password = gateway.accounts().get(request.systemId());
        if (password == null) {
            return CommandStatus.ESME_RINVSYSID;
        }
        return password.equals(request.password()) ? CommandStatus.ESME_ROK : CommandStatus.ESME_RINVPASWD;
    }

    private static Pdu bindResponse(BindRequest request) {
        Tlvs tlvs = request.interfaceVersion() >= VERSION_3_4
                ? Tlvs.empty().with(Tlv.SC_INTERFACE_VERSION, Octets.ofHex("34"))
                : Tlvs.empty();
        if (request instanceof BindTransmitter) {
            return new BindTransmitterResp(SYSTEM_ID, tlvs);
        }
        return request instanceof BindReceiver
                ? new BindReceiverResp(SYSTEM_ID, tlvs)
                : new BindTransceiverResp(SYSTEM_ID, tlvs);
    }

    private void submit(SubmitSm message, int number) {
        BindRequest request = bound;
        CommandStatus status = request == null || request instanceof BindReceiver
                ? CommandStatus.ESME_RINVBNDSTS
                : SubmitRules.check(message);
        if (request == null || !status.isOk()) {
            connection.send(Envelope.answer(CommandId.SUBMIT_SM, number, status));
            log("submit_sm refused: " + status);
            return;
        }
        StoredMessage stored = gateway.store().add(request.systemId(), host.name(), message, Instant.now());
        connection.send(
                new Envelope(CommandStatus.ESME_ROK, number, new SubmitSmResp(stored.messageId(), Tlvs.empty())));
        gateway.log()
                .say(
                        host.name(),
                        () -> "submit_sm " + stored.messageId() + " from "
                                + gateway.log().show(message.source()) + " to "
                                + gateway.log().show(message.destination()) + " data_coding " + message.dataCoding()
                                + " "
                                + gateway.log().show(message.userData()));
        report(stored);
        gateway.changes().happened();
    }

    private void report(StoredMessage stored) {
        Outcome outcome =
                Outcome.of(gateway.outcomes(), stored.submitSm().destination().value());
        int wish = stored.submitSm().registeredDelivery() & 3;
        boolean wanted = wish == 1 || wish == 2 && !outcome.stat().equals(Outcome.DELIVERED.stat());
        if (!wanted) {
            return;
        }
        if (gateway.reportDelayMillis() == 0) {
            addReport(stored, outcome);
        } else {
            gateway.timer()
                    .schedule(() -> addReport(stored, outcome), gateway.reportDelayMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void addReport(StoredMessage stored, Outcome outcome) {
        SubmitSm message = stored.submitSm();
        Octets reference = message.tlvs().first(Tlv.USER_MESSAGE_REFERENCE).orElse(Octets.empty());
        String text =
                ReportText.of(stored.messageId(), stored.receivedAt(), Instant.now(), outcome, reference.toLatin1());
        Tlvs tlvs = reference.isEmpty() ? Tlvs.empty() : Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, reference);
        gateway.reports().add(stored.systemId(), receipt(message.destination(), message.source(), text, tlvs));
    }

    /** A deliver_sm that carries a receipt. */
    static DeliverSm receipt(Address from, Address to, String text, Tlvs tlvs) {
        return new DeliverSm("", from, to, 0x04, 0, 0, "", "", 0, 0, 0, 0, Octets.ofLatin1(text), tlvs);
    }

    private void acknowledged(int number, CommandStatus status) {
        Report report = gateway.reports().answered(connection, number, status);
        if (report != null) {
            String text = report.message().userData().toLatin1();
            gateway.acknowledged(new Acknowledgement(text, status, host.name()));
            log("deliver_sm_resp " + text.split(" ", 2)[0] + ": " + status);
        }
    }

    /** The connection is gone: what it had not acknowledged goes out again. */
    void ended() {
        if (bound != null) {
            gateway.reports().leave(connection);
        }
    }

    private void log(String line) {
        gateway.log().say(host.name(), () -> line);
    }
}
