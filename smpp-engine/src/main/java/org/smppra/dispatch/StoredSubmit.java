package org.smppra.dispatch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smppra.InvalidMessageException;
import org.smppra.codec.Codec;
import org.smppra.codec.PduException;
import org.smppra.message.Octets;
import org.smppra.pdu.SubmitSm;
import org.smppra.text.RelativeTime;

/** A submit_sm as the outbox keeps it: its validity counts from submit, so that what remains is known when it is sent. */
final class StoredSubmit {
    private StoredSubmit() {}

    static SubmitSm withoutValidity(SubmitSm request) {
        return withValidity(request, "");
    }

    /**
     * The request as it leaves now.
     *
     * @param expiresAt the end of its validity, after {@code now}; null: it has none
     * @throws PduException if it is none
     */
    static SubmitSm read(Octets encoded, @Nullable Instant expiresAt, Instant now) throws PduException {
        byte[] octets = encoded.toByteArray();
        SubmitSm request = (SubmitSm) Codec.decode(octets, 0, octets.length).body();
        return expiresAt == null ? request : withValidity(request, remaining(Duration.between(now, expiresAt)));
    }

    /** A clock that was set back must not make more of it than can be said. */
    private static String remaining(Duration left) {
        try {
            return RelativeTime.of(left.compareTo(RelativeTime.MAX) > 0 ? RelativeTime.MAX : left)
                    .toString();
        } catch (InvalidMessageException e) {
            throw new IllegalArgumentException("expired " + left, e);
        }
    }

    private static SubmitSm withValidity(SubmitSm of, String validityPeriod) {
        return of.validityPeriod().equals(validityPeriod)
                ? of
                : new SubmitSm(
                        of.serviceType(),
                        of.source(),
                        of.destination(),
                        of.esmClass(),
                        of.protocolId(),
                        of.priorityFlag(),
                        of.scheduleDeliveryTime(),
                        validityPeriod,
                        of.registeredDelivery(),
                        of.replaceIfPresentFlag(),
                        of.dataCoding(),
                        of.smDefaultMsgId(),
                        of.shortMessage(),
                        of.tlvs());
    }
}
