package org.smppra.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OctetsTest {

    @Test
    void is_a_copy_both_ways() {
        byte[] given = {1, 2, 3, 4};
        Octets octets = Octets.of(given, 1, 3);
        given[1] = 9;
        octets.toByteArray()[0] = 9;
        assertThat(octets).isEqualTo(Octets.ofHex("0203"));
    }

    @Test
    void ends_where_its_source_ends() {
        byte[] given = {1, 2};
        assertThatThrownBy(() -> Octets.of(given, 0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Octets.of(given, 2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Octets.of(given, -1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(Octets.of(given, 2, 2)).isSameAs(Octets.empty());
    }
}
