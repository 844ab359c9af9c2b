package org.smppra.dispatch;

import java.util.Locale;
import org.smppra.InvalidMessageException;
import org.smppra.MessageStatus;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.SmppException;
import org.smppra.gateway.Gateway;
import org.smppra.gateway.StatusPolicy;
import org.smppra.link.Call;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.MessageId;
import org.smppra.message.Octets;
import org.smppra.pdu.CancelSm;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Pdu;
import org.smppra.pdu.QuerySm;
import org.smppra.pdu.QuerySmResp;
import org.smppra.pdu.ReplaceSm;
import org.smppra.profile.Profile;
import org.smppra.text.BodyEncoder;
import org.smppra.text.EncodedBody;
import org.smppra.text.ReceiptDate;
import org.smppra.text.ReceiptState;
import org.smppra.text.RelativeTime;

/**
 * What can be done about a message that the SMSC has already. SMPP 3.4 sections 4.8 (query_sm), 4.9 (cancel_sm) and 4.10
 * (replace_sm).
 */
public final class StoredMessages {
    private static final int MAX_SHORT_MESSAGE = 254;

    private final Gateway gateway;
    private final Profile profile;

    public StoredMessages(Gateway gateway, Profile profile) {
        this.gateway = gateway;
        this.profile = profile;
    }

    /** The state of one message. */
    public MessageStatus query(MessageId messageId, Address source) throws SmppException {
        Pdu answer = ask(new QuerySm(messageId.value(), source));
        if (answer instanceof QuerySmResp status) {
            return MessageStatus.of(
                    messageId,
                    ReceiptState.ofNumber(status.messageState()),
                    ReceiptDate.parse(status.finalDate(), profile.receiptTimeZone())
                            .orElse(null),
                    status.errorCode());
        }
        throw new IllegalStateException("answered with " + answer.commandId()); // a link settles such a call otherwise
    }

    /** Takes back one message that was not delivered yet. */
    public void cancel(MessageId messageId, Address source, Address destination) throws SmppException {
        if (messageId.value().isEmpty()) {
            throw new InvalidMessageException(
                    "messageId", "empty: that would cancel every message between these addresses");
        }
        ask(new CancelSm("", messageId.value(), source, destination));
    }

    /**
     * Gives one message that was not delivered yet another text, validity and receipt wish. Its data coding stays what
     * it was, so that the new text should be in the same alphabet.
     */
    public void replace(MessageId messageId, Address source, ShortMessage with) throws SmppException {
        ask(new ReplaceSm(
                messageId.value(),
                source,
                "",
                with.validity().isPresent()
                        ? RelativeTime.of(with.validity().get()).toString()
                        : "",
                SubmitRequests.registeredDelivery(with.receipt()),
                0,
                body(with)));
    }

    /** replace_sm has neither esm_class nor optional parameters: what would need them is refused. */
    private static Octets body(ShortMessage with) throws InvalidMessageException {
        EncodedBody body = BodyEncoder.encode(with);
        refuse("userDataHeader", body.userDataHeader());
        refuse("flash", with.flash().isPresent());
        refuse("reference", with.reference().isPresent());
        refuse("messageClass", with.messageClass().isPresent());
        refuse("tlvs", !with.tlvs().isEmpty());
        if (body.userData().length() > MAX_SHORT_MESSAGE) {
            throw new InvalidMessageException(
                    with.text().isPresent() ? "text" : "binary",
                    body.userData().length() + " octets; replace_sm carries " + MAX_SHORT_MESSAGE);
        }
        return body.userData();
    }

    private static void refuse(String field, boolean wished) throws InvalidMessageException {
        if (wished) {
            throw new InvalidMessageException(field, "replace_sm cannot carry it");
        }
    }

    private Pdu ask(Pdu request) throws SmppException {
        CommandId command = request.commandId();
        if (!profile.hasQueryCancelReplace()) {
            throw new SmppException(
                    "SMPP-NOT-SUPPORTED",
                    name(command) + ": account " + gateway.account() + ", profile " + profile.name()
                            + ", has no such command",
                    Sent.NOTHING,
                    false,
                    null);
        }
        Call call = send(request);
        if (call.fate() == Call.Fate.UNANSWERED) {
            throw new SmppException("SMPP-NO-ANSWER", name(command) + ": " + call.reason(), Sent.MAYBE, true, null);
        }
        CommandStatus status = call.answer().status();
        if (!status.isOk()) {
            throw new SmppException(
                    "SMPP-REFUSED",
                    "the SMSC refused " + name(command) + " with " + status,
                    Sent.NOTHING,
                    StatusPolicy.of(status).isRetryable(),
                    null);
        }
        return call.answer().body();
    }

    private Call send(Pdu request) throws SmppException {
        try {
            return gateway.submit(request);
        } catch (IllegalArgumentException e) { // a field does not fit into the PDU; the message begins with its name
            String problem = String.valueOf(e.getMessage());
            int colon = Math.max(0, problem.indexOf(": "));
            throw new InvalidMessageException(problem.substring(0, colon), problem.substring(colon + 2));
        }
    }

    private static String name(CommandId command) {
        return command.name().toLowerCase(Locale.ROOT);
    }
}
