package org.smppra.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.smppra.GatewayUnavailableException;
import org.smppra.InvalidMessageException;
import org.smppra.MessagePlan;
import org.smppra.Outcome;
import org.smppra.ShortMessage;
import org.smppra.SmppException;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitRejectedException;
import org.smppra.SubmitResult;
import org.smppra.gateway.Gateway;
import org.smppra.link.Call;
import org.smppra.message.CommandStatus;
import org.smppra.message.MessageId;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.profile.MessageRules;
import org.smppra.profile.Profile;
import org.smppra.text.BodyEncoder;
import org.smppra.text.EncodedBody;

/** Sends at once and waits for the SMSC's answer: the mode DIRECT. */
public final class DirectSubmitter {
    private static final Set<CommandStatus> TEMPORARY = Set.of(
            CommandStatus.ESME_RSYSERR,
            CommandStatus.ESME_RMSGQFUL,
            CommandStatus.ESME_RTHROTTLED,
            CommandStatus.ESME_RX_T_APPN,
            CommandStatus.ESME_RINVBNDSTS);

    private final Gateway gateway;
    private final Profile profile;
    private final SubmissionIds ids;

    public DirectSubmitter(Gateway gateway, Profile profile, SubmissionIds ids) {
        this.gateway = gateway;
        this.profile = profile;
        this.ids = ids;
    }

    public MessagePlan plan(ShortMessage message) throws InvalidMessageException {
        return sendable(MessageRules.plan(message, profile), message);
    }

    /** One submit_sm a message: for an SMSC that does not cut, nobody does yet, and it would bill or refuse nonsense. */
    private MessagePlan sendable(MessagePlan plan, ShortMessage message) throws InvalidMessageException {
        if (plan.pdus() > 1) {
            throw new InvalidMessageException(
                    message.text().isPresent() ? "text" : "binary",
                    "needs " + plan.pdus() + " parts, and messages for the profile " + profile.name()
                            + " are not cut in this version; send them one by one");
        }
        return plan;
    }

    /** Returns only what was accepted; every other end is an exception. */
    public SubmitResult submit(ShortMessage message) throws SmppException {
        String submissionId = ids.next();
        Call call = gateway.submit(request(message, submissionId));
        SubmitResult result = result(call, submissionId, message);
        return switch (result.outcome()) {
            case ACCEPTED -> result;
            case UNKNOWN -> throw new SubmitOutcomeUnknownException(result);
            default -> throw new SubmitRejectedException(result);
        };
    }

    /**
     * Sends all without waiting between them.
     *
     * @return one result a message, in order
     * @throws GatewayUnavailableException if none could be tried
     */
    public List<SubmitResult> submitAll(List<ShortMessage> messages) throws SmppException {
        List<SubmitResult> results = new ArrayList<>(messages.size());
        List<SubmitSm> requests = new ArrayList<>(messages.size());
        for (ShortMessage message : messages) {
            String submissionId = ids.next();
            try {
                requests.add(request(message, submissionId));
                results.add(unavailable(submissionId, message, ""));
            } catch (InvalidMessageException e) {
                results.add(invalid(submissionId, message, e));
            }
        }
        fill(results, gateway.submitAll(requests), messages);
        boolean noneTried = !requests.isEmpty()
                && results.stream()
                        .allMatch(each -> each.outcome() == Outcome.UNAVAILABLE || each.outcome() == Outcome.INVALID);
        if (noneTried) {
            throw new GatewayUnavailableException("no message could be sent: " + gateway.state(), null);
        }
        return results;
    }

    private void fill(List<SubmitResult> results, List<Call> calls, List<ShortMessage> messages) {
        int next = 0;
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).outcome() != Outcome.INVALID) {
                results.set(i, result(calls.get(next++), results.get(i).submissionId(), messages.get(i)));
            }
        }
    }

    private SubmitSm request(ShortMessage message, String submissionId) throws InvalidMessageException {
        EncodedBody body = BodyEncoder.encode(message);
        sendable(MessageRules.check(message, body, profile), message);
        return SubmitRequests.of(message, body, reference(message, submissionId), profile);
    }

    private static String reference(ShortMessage message, String submissionId) {
        return message.reference().orElse(submissionId);
    }

    private SubmitResult result(Call call, String submissionId, ShortMessage message) {
        return switch (call.fate()) {
            case ANSWERED -> answered(call, submissionId, message);
            case UNANSWERED ->
                builder(submissionId, Outcome.UNKNOWN, message)
                        .part(null, null)
                        .reason(call.reason())
                        .retryable(true)
                        .build();
            case UNSENT, PENDING -> unavailable(submissionId, message, call.reason());
        };
    }

    private SubmitResult answered(Call call, String submissionId, ShortMessage message) {
        CommandStatus status = call.answer().status();
        if (status.isOk() && call.answer().body() instanceof SubmitSmResp resp) {
            return builder(submissionId, Outcome.ACCEPTED, message)
                    .part(MessageId.of(resp.messageId()), status)
                    .build();
        }
        return builder(submissionId, Outcome.REFUSED, message)
                .part(null, status)
                .reason("the SMSC refused it with " + call.answer().body().commandId() + " " + status)
                .retryable(TEMPORARY.contains(status))
                .build();
    }

    private SubmitResult invalid(String submissionId, ShortMessage message, InvalidMessageException e) {
        return builder(submissionId, Outcome.INVALID, message)
                .reason(String.valueOf(e.getMessage()))
                .build();
    }

    private SubmitResult unavailable(String submissionId, ShortMessage message, String reason) {
        return builder(submissionId, Outcome.UNAVAILABLE, message)
                .reason(reason)
                .retryable(true)
                .build();
    }

    private SubmitResult.Builder builder(String submissionId, Outcome outcome, ShortMessage message) {
        return SubmitResult.builder(submissionId, outcome)
                .account(gateway.account())
                .reference(reference(message, submissionId));
    }
}
