package org.smppra.dispatch;

import java.util.List;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.SubmitResult;
import org.smppra.gateway.StatusPolicy;
import org.smppra.link.Call;
import org.smppra.message.MessageId;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSmResp;

/** The fates of all parts of a message as one result. */
final class SubmitOutcome {
    private SubmitOutcome() {}

    private enum PartFate {
        ACCEPTED,
        REFUSED,
        /** Surely not with the SMSC. */
        UNSENT,
        /** Perhaps with the SMSC. */
        UNKNOWN
    }

    private static PartFate fate(Call call) {
        return switch (call.fate()) {
            case ANSWERED -> isAccepted(call.answer()) ? PartFate.ACCEPTED : PartFate.REFUSED;
            case UNANSWERED -> PartFate.UNKNOWN;
            case UNSENT, PENDING -> PartFate.UNSENT;
        };
    }

    /** A generic_nack accepts nothing, whatever its status says. */
    private static boolean isAccepted(Envelope answer) {
        return answer.status().isOk() && answer.body() instanceof SubmitSmResp;
    }

    /**
     * The worst fate of a part is the message's: unknown, refused, unsent, accepted.
     *
     * @param calls one a part, in order, all with a fate
     */
    static SubmitResult of(List<Call> calls, String submissionId, String account, String reference) {
        List<PartFate> fates = calls.stream().map(SubmitOutcome::fate).toList();
        Outcome outcome = fates.contains(PartFate.UNKNOWN)
                ? Outcome.UNKNOWN
                : fates.contains(PartFate.REFUSED)
                        ? Outcome.REFUSED
                        : fates.contains(PartFate.UNSENT) ? Outcome.UNAVAILABLE : Outcome.ACCEPTED;
        SubmitResult.Builder result = SubmitResult.builder(submissionId, outcome)
                .account(account)
                .reference(reference)
                .sent(sent(fates))
                .retryable(isRetryable(calls, outcome));
        if (fates.stream().anyMatch(fate -> fate != PartFate.UNSENT)) {
            calls.forEach(call -> addPart(result, call));
        }
        if (outcome != Outcome.ACCEPTED) {
            result.reason(reason(calls, fates, outcome));
        }
        return result.build();
    }

    private static Sent sent(List<PartFate> fates) {
        boolean some = fates.contains(PartFate.ACCEPTED);
        boolean missing = fates.contains(PartFate.REFUSED) || fates.contains(PartFate.UNSENT);
        if (some && missing) {
            return Sent.PARTLY;
        }
        return fates.contains(PartFate.UNKNOWN) ? Sent.MAYBE : some ? Sent.ALL : Sent.NOTHING;
    }

    private static boolean isRetryable(List<Call> calls, Outcome outcome) {
        return outcome != Outcome.ACCEPTED
                && calls.stream().filter(call -> fate(call) == PartFate.REFUSED).allMatch(call -> StatusPolicy.of(
                                call.answer().status())
                        .isRetryable());
    }

    private static void addPart(SubmitResult.Builder result, Call call) {
        switch (fate(call)) {
            case ACCEPTED ->
                result.part(
                        MessageId.of(call.answer().body() instanceof SubmitSmResp resp ? resp.messageId() : ""),
                        call.answer().status());
            case REFUSED -> result.part(null, call.answer().status());
            case UNSENT, UNKNOWN -> result.part(null, null);
        }
    }

    /** Of the first part that decided it. */
    private static String reason(List<Call> calls, List<PartFate> fates, Outcome outcome) {
        PartFate decisive =
                switch (outcome) {
                    case UNKNOWN -> PartFate.UNKNOWN;
                    case REFUSED -> PartFate.REFUSED;
                    default -> PartFate.UNSENT;
                };
        int at = fates.indexOf(decisive);
        Call call = calls.get(at);
        String words = decisive == PartFate.REFUSED
                ? "the SMSC refused it with " + call.answer().body().commandId() + " "
                        + call.answer().status()
                : call.reason();
        return calls.size() == 1 ? words : "part " + (at + 1) + " of " + calls.size() + ": " + words;
    }
}
