package org.smppra.fuzz;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smppra.codec.Codec;
import org.smppra.codec.Frames;
import org.smppra.codec.PduException;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSm;

/** A deliver_sm of any octets behind its header. */
public final class DeliverBody {
    private DeliverBody() {}

    /** Empty if the octets are no body. */
    public static Optional<DeliverSm> read(byte[] octets) {
        ByteBuffer frame = ByteBuffer.allocate(Frames.HEADER + octets.length)
                .putInt(Frames.HEADER + octets.length)
                .putInt(CommandId.DELIVER_SM.value())
                .putInt(0)
                .putInt(1)
                .put(octets);
        try {
            return Optional.of(
                    (DeliverSm) Codec.decode(frame.array(), 0, frame.capacity()).body());
        } catch (PduException e) {
            return Optional.empty();
        }
    }

    /** The same with one octet more of text. */
    public static DeliverSm otherText(DeliverSm message) {
        return with(message, Octets.ofHex(message.shortMessage().toHex() + "2e"), message.tlvs());
    }

    /** The same with one octet changed in one optional parameter, for each of them. */
    public static List<DeliverSm> othersLike(DeliverSm message) {
        List<DeliverSm> others = new ArrayList<>();
        List<Tlv> tlvs = new ArrayList<>();
        message.tlvs().forEach(tlvs::add);
        for (int i = 0; i < tlvs.size(); i++) {
            Tlv tlv = tlvs.get(i);
            if (!tlv.value().isEmpty()) {
                byte[] changed = tlv.value().toByteArray();
                changed[0]++;
                List<Tlv> other = new ArrayList<>(tlvs);
                other.set(i, Tlv.of(tlv.tag(), Octets.of(changed)));
                others.add(with(message, message.shortMessage(), Tlvs.of(other)));
            }
        }
        return others;
    }

    private static DeliverSm with(DeliverSm m, Octets shortMessage, Tlvs tlvs) {
        return new DeliverSm(
                m.serviceType(),
                m.source(),
                m.destination(),
                m.esmClass(),
                m.protocolId(),
                m.priorityFlag(),
                m.scheduleDeliveryTime(),
                m.validityPeriod(),
                m.registeredDelivery(),
                m.replaceIfPresentFlag(),
                m.dataCoding(),
                m.smDefaultMsgId(),
                shortMessage,
                tlvs);
    }
}
