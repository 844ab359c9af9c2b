package org.smppra.delivery;

import java.util.ArrayList;
import java.util.List;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.ReceivedMessage;
import org.smppra.codec.Codec;
import org.smppra.codec.PduException;
import org.smppra.inbox.Incoming;
import org.smppra.message.Octets;
import org.smppra.pdu.UserMessage;
import org.smppra.text.Concatenation;

/** Reads again what an inbox kept. */
final class KeptReader {
    private final ReceiptReader receipts;
    private final MessageReader messages;

    KeptReader(ReceiptReader receipts, MessageReader messages) {
        this.receipts = receipts;
        this.messages = messages;
    }

    /** @throws PduException if it is not what this engine wrote, or another version cannot read it */
    Arrival read(Incoming incoming) throws PduException {
        List<UserMessage> pdus = new ArrayList<>();
        for (Octets pdu : incoming.pdus()) {
            byte[] octets = pdu.toByteArray();
            pdus.add((UserMessage) Codec.decode(octets, 0, octets.length).body());
        }
        Delivered value = value(pdus, incoming);
        return new Arrival(incoming.possibleDuplicate() ? possibleDuplicate(value) : value, pdus);
    }

    private Delivered value(List<UserMessage> pdus, Incoming incoming) {
        if (receipts.isReceipt(pdus.get(0))) {
            return receipts.read(pdus.get(0), incoming.receivedAt());
        }
        List<MessagePart> parts = pdus.stream().map(messages::part).toList();
        Concatenation place = parts.get(0).place();
        return place == null
                ? messages.read(parts.get(0), incoming.receivedAt())
                : messages.read(parts, parts.size() < place.total(), incoming.receivedAt());
    }

    private static Delivered possibleDuplicate(Delivered value) {
        return value instanceof DeliveryReceipt receipt
                ? receipt.toBuilder().possibleDuplicate(true).build()
                : ((ReceivedMessage) value).toBuilder().possibleDuplicate(true).build();
    }
}
