package org.smppra.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.ReceivedMessage;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.inbox.Incoming;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.pdu.UserMessage;

/** A receipt or a message, and the PDUs that it was read from, in the order of its parts. */
record Arrival(Delivered value, List<UserMessage> pdus) {
    private static final int USUAL = 512;

    /** What must reach a listener in order: the receipts of one message; null if it stands alone. */
    @Nullable
    String orderKey() {
        return value instanceof DeliveryReceipt receipt
                        && !receipt.messageId().value().isEmpty()
                ? receipt.messageId().value()
                : null;
    }

    /** What one whole message or receipt says, if no id of the SMSC's own tells it from an equal one; else null. */
    @Nullable
    String contentKey() {
        boolean hasId =
                value instanceof ReceivedMessage message ? pdus.size() > 1 || message.incomplete() : orderKey() != null;
        return hasId ? null : value.deduplicationKey();
    }

    /** As an inbox keeps it. @throws IllegalArgumentException if it cannot be written as it was read */
    Incoming incoming() {
        return new Incoming(
                pdus.stream().map(Arrival::octets).toList(),
                value.receivedAt(),
                orderKey(),
                reference(),
                value.possibleDuplicate());
    }

    private String reference() {
        return value instanceof DeliveryReceipt receipt
                ? receipt.reference()
                        .filter(known -> !known.isEmpty())
                        .orElse(receipt.messageId().value())
                : "";
    }

    private static Octets octets(UserMessage pdu) {
        PduOutput out = new PduOutput(USUAL);
        Codec.encode(CommandStatus.ESME_ROK, 0, pdu, out);
        return Octets.of(out.toByteArray());
    }
}
