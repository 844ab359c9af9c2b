package org.smppra.dispatch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.smppra.GatewayUnavailableException;
import org.smppra.InvalidMessageException;
import org.smppra.MessagePlan;
import org.smppra.Outcome;
import org.smppra.Sent;
import org.smppra.ShortMessage;
import org.smppra.SmppException;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitRejectedException;
import org.smppra.SubmitResult;
import org.smppra.gateway.Gateway;
import org.smppra.link.Call;
import org.smppra.pdu.SubmitSm;
import org.smppra.profile.Profile;

/** Sends at once and waits for the SMSC's answer: the mode DIRECT. All parts of a message go without a wait between. */
public final class DirectSubmitter {
    private static final Logger LOG = System.getLogger(DirectSubmitter.class.getName());

    private final Gateway gateway;
    private final MessageRequests requests;
    private final SentIds sentIds;

    public DirectSubmitter(Gateway gateway, Profile profile, MessageRequests requests, SentIds sentIds) {
        this.gateway = gateway;
        this.requests = requests;
        this.sentIds = sentIds;
        if (profile.submitTlvs().isNone()) {
            LOG.log(
                    Level.INFO,
                    "SMPP-107 account {0}: profile {1} has no optional parameters; references do not travel, and a"
                            + " message class, flash by dest_addr_subunit and parameters of a message are refused",
                    gateway.account(),
                    profile.name());
        }
    }

    public MessagePlan plan(ShortMessage message) throws InvalidMessageException {
        return requests.plan(message);
    }

    /**
     * Returns only what was accepted; every other end is an exception.
     *
     * @throws GatewayUnavailableException if nothing was sent
     * @throws SubmitRejectedException if a part was refused, or found no slot while others were accepted
     * @throws SubmitOutcomeUnknownException if a part was written and not answered
     */
    public SubmitResult submit(ShortMessage message) throws SmppException {
        String submissionId = requests.nextId();
        List<Call> parts = calls(message, submissionId, requests.of(message, submissionId));
        List<Call> calls = parts.size() == 1 ? List.of(gateway.submit(parts.get(0))) : gateway.submitAll(parts);
        SubmitResult result = result(calls, submissionId, message);
        if (result.outcome() == Outcome.UNAVAILABLE && result.sent() == Sent.NOTHING) {
            throw new GatewayUnavailableException("no part could be sent: " + gateway.state(), null);
        }
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
        List<Prepared> prepared = new ArrayList<>(messages.size());
        List<Call> all = new ArrayList<>(messages.size());
        for (ShortMessage message : messages) {
            Prepared next = prepare(message);
            prepared.add(next);
            all.addAll(calls(message, next.submissionId(), next.requests()));
        }
        List<Call> calls = gateway.submitAll(all);
        boolean noneTried = !calls.isEmpty() && calls.stream().allMatch(call -> call.fate() == Call.Fate.UNSENT);
        if (noneTried) {
            throw new GatewayUnavailableException("no message could be sent: " + gateway.state(), null);
        }
        List<SubmitResult> results = new ArrayList<>(messages.size());
        int from = 0;
        for (Prepared each : prepared) {
            int to = from + each.requests().size();
            results.add(
                    each.problem() != null
                            ? invalid(each, each.problem())
                            : result(calls.subList(from, to), each.submissionId(), each.message()));
            from = to;
        }
        return results;
    }

    /**
     * Sends one message and does not wait for its answer; waits for free slots, and for the rate, as {@link #submit}.
     *
     * @return completed on a thread of the engine, always with a result, also of a message that is invalid or was not
     *     sent; what depends on it must not block there
     */
    public CompletableFuture<SubmitResult> submitAsync(ShortMessage message) {
        Prepared next = prepare(message);
        if (next.problem() != null) {
            return CompletableFuture.completedFuture(invalid(next, next.problem()));
        }
        PendingParts parts =
                new PendingParts(next.requests().size(), calls -> result(calls, next.submissionId(), message));
        for (int i = 0; i < next.requests().size(); i++) {
            SubmitSm request = next.requests().get(i);
            begin(request, awaited(message, next.submissionId(), next.requests(), i), i, parts);
        }
        return parts.result();
    }

    private void begin(SubmitSm request, @Nullable AwaitedId id, int index, PendingParts parts) {
        if (id != null) {
            id.begin();
        }
        Consumer<Call> told = call -> {
            if (id != null) {
                id.end(call);
            }
            parts.settled(index, call);
        };
        try {
            gateway.submitAsync(request, true, told);
        } catch (GatewayUnavailableException e) {
            told.accept(Call.unsent(request, String.valueOf(e.getMessage())));
        }
    }

    private List<Call> calls(ShortMessage message, String submissionId, List<SubmitSm> parts) {
        List<Call> calls = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            AwaitedId id = awaited(message, submissionId, parts, i);
            calls.add(id == null ? new Call(parts.get(i)) : new NotedCall(parts.get(i), id));
        }
        return calls;
    }

    private @Nullable AwaitedId awaited(ShortMessage message, String submissionId, List<SubmitSm> parts, int index) {
        String reference = MessageRequests.reference(message, submissionId);
        return sentIds.of(parts.get(index), submissionId, reference, index, parts.size());
    }

    /** A message with its requests; none where there is a problem. */
    private record Prepared(
            ShortMessage message,
            String submissionId,
            List<SubmitSm> requests,
            @Nullable InvalidMessageException problem) {}

    private Prepared prepare(ShortMessage message) {
        String submissionId = requests.nextId();
        try {
            return new Prepared(message, submissionId, requests.of(message, submissionId), null);
        } catch (InvalidMessageException e) {
            return new Prepared(message, submissionId, List.of(), e);
        }
    }

    private SubmitResult result(List<Call> calls, String submissionId, ShortMessage message) {
        return SubmitOutcome.of(
                calls, submissionId, gateway.account(), MessageRequests.reference(message, submissionId));
    }

    private SubmitResult invalid(Prepared each, InvalidMessageException problem) {
        return invalid(each.message(), each.submissionId(), problem);
    }

    /** The result of a message that is refused on our side. */
    public SubmitResult invalid(ShortMessage message, InvalidMessageException problem) {
        return invalid(message, requests.nextId(), problem);
    }

    private SubmitResult invalid(ShortMessage message, String submissionId, InvalidMessageException problem) {
        return SubmitResult.builder(submissionId, Outcome.INVALID)
                .account(gateway.account())
                .reference(MessageRequests.reference(message, submissionId))
                .reason(String.valueOf(problem.getMessage()))
                .build();
    }
}
