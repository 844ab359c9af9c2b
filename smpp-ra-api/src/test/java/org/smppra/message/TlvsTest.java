package org.smppra.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TlvsTest {
    private static final Octets FIRST = Octets.ofHex("01020304");
    private static final Octets SECOND = Octets.ofHex("05060708");

    @Test
    void unknown_and_repeated_ones_are_kept_in_order() {
        Tlvs tlvs = Tlvs.empty()
                .with(Tlv.CALLBACK_NUM, FIRST)
                .with(0x1403, Octets.empty())
                .with(Tlv.CALLBACK_NUM, SECOND);
        assertThat(tlvs).containsExactly(Tlv.of(0x0381, FIRST), Tlv.of(0x1403, Octets.empty()), Tlv.of(0x0381, SECOND));
        assertThat(tlvs.get(Tlv.CALLBACK_NUM)).contains(FIRST);
        assertThat(tlvs.all(Tlv.CALLBACK_NUM)).containsExactly(FIRST, SECOND);
    }

    @Test
    void what_is_not_of_its_shape_is_no_value_but_its_octets_stay() {
        Tlvs tlvs =
                Tlvs.empty().with(Tlv.CALLBACK_NUM.tag(), Octets.ofHex("01")).with(Tlv.CALLBACK_NUM, SECOND);
        assertThat(tlvs.get(Tlv.CALLBACK_NUM)).isEmpty();
        assertThat(tlvs.all(Tlv.CALLBACK_NUM)).containsExactly(SECOND);
        assertThat(tlvs.first(Tlv.CALLBACK_NUM)).contains(Octets.ofHex("01"));
        assertThat(tlvs.contains(Tlv.CALLBACK_NUM)).isTrue();
    }

    @Test
    void what_is_not_there_is_no_value() {
        assertThat(Tlvs.empty().get(Tlv.MESSAGE_STATE)).isEmpty();
        assertThat(Tlvs.empty().all(Tlv.MESSAGE_STATE)).isEmpty();
        assertThat(Tlvs.empty().contains(Tlv.MESSAGE_STATE)).isFalse();
        assertThat(Tlvs.of(List.of())).isSameAs(Tlvs.empty());
    }
}
