package org.smppra.it.foreign;

import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;

/** Somebody else's octets-to-PDU, with our values around it. */
interface ForeignCodec {
    boolean knows(CommandId id);

    Envelope decode(byte[] pdu) throws Exception;

    byte[] encode(Envelope envelope) throws Exception;
}
