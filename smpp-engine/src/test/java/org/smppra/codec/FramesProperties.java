package org.smppra.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FramesProperties {

    @Property
    void a_length_is_a_pdu_within_the_limits_or_loses_the_frame(
            @ForAll int length, @ForAll @IntRange(min = 16) int maxLength) throws FramingException {
        if (length >= Frames.HEADER && length <= maxLength) {
            assertThat(read(length, maxLength)).isEqualTo(length);
        } else {
            assertThatThrownBy(() -> read(length, maxLength))
                    .isInstanceOf(FramingException.class)
                    .hasMessageContaining(Integer.toUnsignedString(length));
        }
    }

    @Property
    void the_limits_are_exact(@ForAll @IntRange(min = -3, max = 3) int offset) {
        for (int edge : new int[] {0, Frames.HEADER, Frames.MAX_LENGTH, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            int length = edge + offset;
            boolean sound = length >= 16 && length <= 70_000;
            if (sound) {
                assertThat(lengthOrZero(length)).isEqualTo(length);
            } else {
                assertThat(lengthOrZero(length)).isZero();
            }
        }
    }

    @Property
    void less_than_four_octets_say_nothing_yet(@ForAll byte[] octets, @ForAll @IntRange(max = 3) int available)
            throws FramingException {
        assertThat(Frames.length(octets, 0, Math.min(available, octets.length), Frames.MAX_LENGTH))
                .isZero();
    }

    private static int lengthOrZero(int length) {
        try {
            return read(length, Frames.MAX_LENGTH);
        } catch (FramingException e) {
            return 0;
        }
    }

    private static int read(int length, int maxLength) throws FramingException {
        PduOutput out = new PduOutput(4);
        out.int32(length);
        return Frames.length(out.toByteArray(), 0, 4, maxLength);
    }
}
