package org.smppra.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;

/** Reads the body of one frame; every step is checked against the frame's end. */
final class PduInput {
    private final byte[] octets;
    private final int commandId;
    private final int sequenceNumber;
    private final int end;
    private int at;

    PduInput(byte[] octets, int from, int length) {
        this.octets = octets;
        this.end = from + length;
        this.commandId = peek32(from + 4);
        this.sequenceNumber = peek32(from + 12);
        this.at = from + Frames.HEADER;
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

    private int int16() {
        int value = (octets[at] & 0xFF) << 8 | (octets[at + 1] & 0xFF);
        at += 2;
        return value;
    }

    /** A C-octet string. Longer ones than the specification allows are read: the frame's end is the limit. */
    String cString(String field) throws PduException {
        for (int i = at; i < end; i++) {
            if (octets[i] == 0) {
                String value = new String(octets, at, i - at, StandardCharsets.ISO_8859_1);
                at = i + 1;
                return value;
            }
        }
        throw missing(field);
    }

    Address address(String field) throws PduException {
        int ton = int8(field);
        int npi = int8(field);
        return Address.of(ton, npi, cString(field));
    }

    Octets octets(String field, int length) throws PduException {
        if (length > end - at) {
            throw refusal(
                    field + ": " + length + " octets announced, " + (end - at) + " there",
                    CommandStatus.ESME_RINVMSGLEN);
        }
        Octets value = Octets.of(octets, at, at + length);
        at += length;
        return value;
    }

    /** All optional parameters up to the end of the frame. */
    Tlvs tlvs() throws PduException {
        if (atEnd()) {
            return Tlvs.empty();
        }
        List<Tlv> list = new ArrayList<>();
        while (at < end) {
            if (end - at < 4) {
                throw refusal(
                        "optional parameters: " + (end - at) + " octets left over",
                        CommandStatus.ESME_RINVOPTPARSTREAM);
            }
            int tag = int16();
            int length = int16();
            if (length > end - at) {
                throw refusal(
                        String.format("TLV 0x%04X: %d octets announced, %d there", tag, length, end - at),
                        CommandStatus.ESME_RINVOPTPARSTREAM);
            }
            list.add(Tlv.of(tag, Octets.of(octets, at, at + length)));
            at += length;
        }
        return Tlvs.of(list);
    }

    PduException refusal(String message, CommandStatus status) {
        return new PduException(message, status, commandId, sequenceNumber);
    }

    private PduException missing(String field) {
        return refusal(field + ": the PDU ends before it does", CommandStatus.ESME_RINVMSGLEN);
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
