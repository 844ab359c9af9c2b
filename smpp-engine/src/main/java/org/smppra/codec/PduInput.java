package org.smppra.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.CommandId;

/** Reads one frame after the other; every step is checked against the frame's end. For one thread. */
public final class PduInput {
    private static final int TLV_HEADER = 4;
    private static final byte[] NONE = {};

    private byte[] octets = NONE;
    private int commandId;
    private int sequenceNumber;
    private int end;
    private int at;
    private Address lastDestination = Address.none();

    /** Turns to the frame of {@code length} octets, at least a header, that begins at {@code from}. */
    void open(byte[] frames, int from, int length) {
        octets = frames;
        end = from + length;
        commandId = peek32(from + 4);
        sequenceNumber = peek32(from + 12);
        at = from + Frames.HEADER;
    }

    int commandId() {
        return commandId;
    }

    int sequenceNumber() {
        return sequenceNumber;
    }

    boolean atEnd() {
        return at == end;
    }

    int int8(String field) throws PduException {
        if (at >= end) {
            throw missing(field);
        }
        return octets[at++] & 0xFF;
    }

    int int32(String field) throws PduException {
        if (end - at < 4) {
            throw missing(field);
        }
        at += 4;
        return peek32(at - 4);
    }

    /** How many structures of at least {@code smallest} octets follow; more than can be there are refused. */
    int count(String field, int smallest) throws PduException {
        int count = int8(field);
        if (count * smallest > end - at) {
            throw refusal(
                    field + ": " + count + " announced, " + (end - at) + " octets there",
                    CommandStatus.ESME_RINVMSGLEN);
        }
        return count;
    }

    /**
     * A C-octet string. Longer ones than the specification allows are read: the frame's end is the limit. In an answer
     * that end may stand for the NUL, as some peers have it: an answer is not asked for again.
     */
    String cString(String field) throws PduException {
        int nul = at;
        while (nul < end && octets[nul] != 0) {
            nul++;
        }
        if (nul == end && (nul == at || !isAnswer())) {
            throw missing(field);
        }
        String value = nul == at ? "" : new String(octets, at, nul - at, StandardCharsets.ISO_8859_1);
        at = nul == end ? end : nul + 1;
        return value;
    }

    Address address(AddressField field) throws PduException {
        int ton = int8(field.ton());
        int npi = int8(field.npi());
        return Address.of(ton, npi, cString(field.value()));
    }

    /** The same; on one link most messages have the same destination, which is then kept once. */
    Address destination() throws PduException {
        if (isAt(lastDestination)) {
            at += 3 + lastDestination.value().length();
            return lastDestination;
        }
        lastDestination = address(AddressField.DESTINATION);
        return lastDestination;
    }

    private boolean isAt(Address address) {
        String value = address.value();
        int length = value.length();
        if (end - at < 3 + length
                || (octets[at] & 0xFF) != address.ton()
                || (octets[at + 1] & 0xFF) != address.npi()
                || octets[at + 2 + length] != 0) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if ((octets[at + 2 + i] & 0xFF) != value.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The sm_length and as many octets. */
    Octets shortMessage() throws PduException {
        int length = int8("sm_length");
        if (length > end - at) {
            throw refusal(
                    "short_message: " + length + " octets announced, " + (end - at) + " there",
                    CommandStatus.ESME_RINVMSGLEN);
        }
        return octets(length);
    }

    /** All optional parameters up to the end of the frame. */
    Tlvs tlvs() throws PduException {
        if (atEnd()) {
            return Tlvs.empty();
        }
        List<Tlv> list = new ArrayList<>();
        while (end - at >= TLV_HEADER) {
            int tag = peek16(at);
            int length = peek16(at + 2);
            if (length > end - at - TLV_HEADER) {
                break;
            }
            at += TLV_HEADER;
            list.add(Tlv.of(tag, octets(length)));
        }
        if (!isAnswer() && !isPadding()) {
            throw refusal(
                    "optional parameters: the last " + (end - at) + " octets are none",
                    CommandStatus.ESME_RINVOPTPARSTREAM);
        }
        return Tlvs.of(list);
    }

    /** Nothing, or NULs that some peers write behind the last field. */
    private boolean isPadding() {
        for (int i = at; i < end; i++) {
            if (octets[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** An answer cannot be refused: what can be read of it counts, for its sender has acted. */
    private boolean isAnswer() {
        return CommandId.isResponse(commandId);
    }

    private Octets octets(int length) {
        at += length;
        return Octets.of(octets, at - length, at);
    }

    PduException refusal(String message, CommandStatus status) {
        return new PduException(message, status, commandId, sequenceNumber);
    }

    private PduException missing(String field) {
        return refusal(field + ": the PDU ends before it does", CommandStatus.ESME_RINVMSGLEN);
    }

    private int peek16(int from) {
        return (octets[from] & 0xFF) << 8 | (octets[from + 1] & 0xFF);
    }

    private int peek32(int from) {
        return (octets[from] & 0xFF) << 24
                | (octets[from + 1] & 0xFF) << 16
                | (octets[from + 2] & 0xFF) << 8
                | (octets[from + 3] & 0xFF);
    }

    /** The command_status of the frame. */
    CommandStatus status(int from) {
        return CommandStatus.of(peek32(from + 8));
    }
}
