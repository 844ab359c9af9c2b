package org.smppra.it.foreign;

import java.util.Objects;
import org.jsmpp.bean.Command;
import org.jsmpp.util.DefaultDecomposer;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;

/** jSMPP's composer and decomposer. */
final class JsmppCodec implements ForeignCodec {
    private final JsmppDecoder decoder = new JsmppDecoder();
    private final JsmppEncoder encoder = new JsmppEncoder();

    @Override
    public boolean knows(CommandId id) {
        return true;
    }

    @Override
    public Envelope decode(byte[] pdu) throws Exception {
        Command header = new DefaultDecomposer().genericNack(pdu);
        CommandId id = Objects.requireNonNull(CommandId.of(header.getCommandId()));
        return new Envelope(
                CommandStatus.of(header.getCommandStatus()), header.getSequenceNumber(), decoder.decode(id, pdu));
    }

    @Override
    public byte[] encode(Envelope envelope) throws Exception {
        return encoder.encode(envelope);
    }
}
