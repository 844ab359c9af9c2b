package org.smppra.delivery;

import org.jspecify.annotations.Nullable;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.UserMessage;
import org.smppra.text.Concatenation;
import org.smppra.text.ReceivedBody;

/**
 * A mobile-originated message, or one part of a longer one.
 *
 * @param pdu what it was read from
 * @param place what it is a part of; null if it is whole
 * @param userData as it came, with its header
 */
record MessagePart(
        UserMessage pdu,
        Address source,
        Address destination,
        Tlvs tlvs,
        @Nullable Concatenation place,
        Octets userData,
        ReceivedBody body) {

    /** Of its objects and addresses, about: many parts with next to nothing in them must not pass for nothing. */
    static final int OBJECTS = 500;

    /** What all parts of one message have in common; two messages may have it, one after the other. */
    record Message(Address source, Address destination, int reference, boolean wide, int total) {}

    Message message(Concatenation of) {
        return new Message(source, destination, of.reference(), of.wide(), of.total());
    }

    /** The octets that it holds: user data, which message_payload repeats, optional parameters, and what is about them. */
    int weight() {
        int weight = OBJECTS + userData.length();
        for (Tlv tlv : tlvs) {
            weight += tlv.value().length();
        }
        return weight;
    }

    /** Whether the SMSC sent the same once more; it may say other things about it. */
    boolean repeats(MessagePart other) {
        return userData.equals(other.userData) && body.dataCoding().equals(other.body.dataCoding());
    }
}
