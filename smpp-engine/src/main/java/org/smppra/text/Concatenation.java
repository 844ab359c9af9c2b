package org.smppra.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;

/**
 * Which part of which longer message: 3GPP TS 23.040 sections 9.2.3.24.1 and 9.2.3.24.8, SMPP 3.4 sections 5.3.2.22 to
 * 5.3.2.24.
 *
 * @param reference the same in all parts of one message; 0 to 255, or 0 to 65,535 where it is wide
 * @param wide whether the reference has 16 bits
 * @param total 1 to 255
 * @param number from 1 to total
 */
public record Concatenation(int reference, boolean wide, int total, int number) {
    static final int ELEMENT_8_BIT = 0x00;
    static final int ELEMENT_16_BIT = 0x08;

    /** Says it in optional parameters, behind {@code others}. */
    public Tlvs appendTo(Tlvs others) {
        return others.with(Tlv.SAR_MSG_REF_NUM, reference)
                .with(Tlv.SAR_TOTAL_SEGMENTS, total)
                .with(Tlv.SAR_SEGMENT_SEQNUM, number);
    }

    /** What the optional parameters say; empty if one is missing or their numbers make no part. */
    public static Optional<Concatenation> of(Tlvs tlvs) {
        Optional<Integer> reference = tlvs.get(Tlv.SAR_MSG_REF_NUM);
        int total = tlvs.get(Tlv.SAR_TOTAL_SEGMENTS).orElse(0);
        int number = tlvs.get(Tlv.SAR_SEGMENT_SEQNUM).orElse(0);
        return isPart(total, number)
                ? reference.map(each -> new Concatenation(each, true, total, number))
                : Optional.empty();
    }

    /** The information element that says it. */
    Octets element() {
        return wide
                ? octets(ELEMENT_16_BIT, 4, reference >> 8, reference, total, number)
                : octets(ELEMENT_8_BIT, 3, reference, total, number);
    }

    /** What an information element says; null if it is another one, or its numbers make no part. */
    static @Nullable Concatenation of(int identifier, Octets value) {
        boolean wide = identifier == ELEMENT_16_BIT && value.length() == 4;
        if (!wide && (identifier != ELEMENT_8_BIT || value.length() != 3)) {
            return null;
        }
        int reference = wide ? value.at(0) << 8 | value.at(1) : value.at(0);
        int total = value.at(value.length() - 2);
        int number = value.at(value.length() - 1);
        return isPart(total, number) ? new Concatenation(reference, wide, total, number) : null;
    }

    private static boolean isPart(int total, int number) {
        return number >= 1 && number <= total;
    }

    private static Octets octets(int... values) {
        byte[] octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        return Octets.of(octets);
    }
}
