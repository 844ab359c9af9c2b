package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.smppra.message.CommandStatus;

class AcknowledgementStoreTest {
    private final Origins origins = new Origins();
    private final int shop = origins.number("shop", "a", IdForm.DECIMAL);
    private final int other = origins.number("other", "b", IdForm.DECIMAL);

    @Test
    void what_is_kept_is_what_came() {
        AcknowledgementStore store = new AcknowledgementStore(10, 1_000_000, origins);
        store.add(shop, CommandStatus.ESME_ROK, "1000000001");
        store.add(other, CommandStatus.of(0x12345678), "any text, \u20ac\u00e6 and all");
        assertThat(store.list())
                .containsExactly(
                        new Acknowledgement("1000000001", "shop", CommandStatus.ESME_ROK, "a"),
                        new Acknowledgement(
                                "any text, \u20ac\u00e6 and all", "other", CommandStatus.of(0x12345678), "b"));
    }

    @Test
    void long_keys_do_not_make_it_grow_beyond_its_bound() {
        AcknowledgementStore store = new AcknowledgementStore(100_000, 1_000_000, origins);
        for (int i = 0; i < 1_000; i++) {
            store.add(shop, CommandStatus.ESME_ROK, "x".repeat(60_000) + i);
        }
        assertThat(store.list()).hasSize(16).last().satisfies(newest -> assertThat(newest.key())
                .endsWith("x999"));
    }
}
