package org.smppra.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smppra.message.Address;

class ConcatenationReferencesTest {
    private static final Address NUMBER = Address.of(1, 1, "4512345678");

    @Test
    void a_destination_gets_every_8_bit_number_before_one_comes_again() {
        ConcatenationReferences references = new ConcatenationReferences();
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < 256; i++) {
            // Others do not use its numbers up.
            for (int other = 0; other < 100; other++) {
                references.next(Address.of(1, 1, "4587" + other));
            }
            given.add(references.next(NUMBER) & 0xFF);
        }
        assertThat(given).hasSize(256);
    }

    @Test
    void two_submitters_do_not_begin_alike() {
        Set<Integer> firsts = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            firsts.add(new ConcatenationReferences().next(NUMBER));
        }
        assertThat(firsts).hasSizeGreaterThan(1);
    }
}
