package org.smppra.simulator.tool.traffic;

import java.util.List;
import org.smppra.InvalidMessageException;
import org.smppra.ShortMessage;
import org.smppra.message.Address;
import org.smppra.message.Tlvs;
import org.smppra.simulator.Simulator;
import org.smppra.text.BodyCutter;
import org.smppra.text.BodyEncoder;
import org.smppra.text.BodyPart;
import org.smppra.text.EncodedBody;
import org.smppra.text.LongMessages;

/**
 * A mobile-originated message as a phone would send it: in GSM 03.38 where that has all characters, else in UCS2; a long
 * one in parts with a user data header.
 *
 * @param from the phone's number
 */
public record PhoneMessage(String from, String to, String text) {
    private static final int ESM_CLASS_HEADER = 0x40;

    /**
     * Through one of the account's binds; each part through the one whose turn it is.
     *
     * @param reference what the parts say to belong together
     * @return the number of parts
     * @throws IllegalArgumentException if there is no such account, or the message cannot be sent, in words
     */
    public int send(Simulator simulator, String systemId, int reference) {
        Address source = address("from", from);
        Address destination = address("to", to);
        List<BodyPart> parts;
        EncodedBody body;
        try {
            body = BodyEncoder.encode(ShortMessage.to(to).text(text).build());
            parts = BodyCutter.cut(body, LongMessages.UDH_8, reference);
        } catch (InvalidMessageException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        for (BodyPart part : parts) {
            simulator.sendMessage(
                    systemId,
                    source,
                    destination,
                    part.userDataHeader() ? ESM_CLASS_HEADER : 0,
                    body.dataCoding(),
                    part.userData(),
                    Tlvs.empty());
        }
        return parts.size();
    }

    private static Address address(String name, String text) {
        if (text.isBlank() || text.length() > 20) {
            throw new IllegalArgumentException(name + ": a number of 1 to 20 digits, or a name");
        }
        return Address.sender(text);
    }

    /** Numbers and texts belong in no log. */
    @Override
    public String toString() {
        return "PhoneMessage";
    }
}
