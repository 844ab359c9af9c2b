package org.smppra.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;

class MessageStoreTest {
    private static final Instant AT = Instant.parse("2026-11-23T09:00:00.123456789Z");

    private final Origins origins = new Origins();

    private static SubmitSm message(int number, int size) {
        return new SubmitSm(
                "",
                Address.alphanumeric("Shop"),
                Address.international("45" + number),
                0,
                0,
                0,
                "",
                "",
                1,
                0,
                0,
                0,
                Octets.empty(),
                Tlvs.empty().with(Tlv.MESSAGE_PAYLOAD, Octets.of(new byte[size])));
    }

    private static void add(MessageStore store, int origin, int number, int size) {
        PduOutput out = new PduOutput(256);
        Codec.encode(Envelope.request(number, message(number, size)), out);
        byte[] octets = out.toByteArray();
        byte[] wider = new byte[octets.length + 10];
        System.arraycopy(octets, 0, wider, 7, octets.length);
        store.add(1_000_000_000L + number, origin, AT, wider, 7, octets.length);
    }

    private static List<String> ids(MessageStore store) {
        return store.list().stream().map(StoredMessage::messageId).toList();
    }

    @Test
    void what_is_kept_is_what_came() {
        MessageStore store = new MessageStore(10, 1_000_000, origins);
        int shop = origins.number("shop", "a", IdForm.DECIMAL);
        int other = origins.number("shop", "b", IdForm.DECIMAL);
        assertThat(origins.number("shop", "a", IdForm.DECIMAL)).isEqualTo(shop);
        add(store, shop, 1, 0);
        add(store, other, 2, 50_000);
        assertThat(store.list())
                .containsExactly(
                        new StoredMessage("1000000001", "shop", "a", message(1, 0), AT),
                        new StoredMessage("1000000002", "shop", "b", message(2, 50_000), AT));
    }

    @Test
    void the_newest_are_kept_and_all_are_counted() {
        MessageStore store = new MessageStore(1_000, Long.MAX_VALUE, origins);
        int shop = origins.number("shop", "a", IdForm.DECIMAL);
        for (int i = 1; i <= 5_000; i++) {
            add(store, shop, i, i % 300);
            assertThat(store.count()).isEqualTo(i);
        }
        List<String> kept = ids(store);
        assertThat(kept).hasSize(1_000).isSorted().startsWith("1000004001").endsWith("1000005000");
    }

    @Test
    void octets_have_a_bound_too_and_one_message_above_it_is_kept_alone() {
        MessageStore store = new MessageStore(1_000, 100_000, origins);
        int shop = origins.number("shop", "a", IdForm.DECIMAL);
        for (int i = 1; i <= 10; i++) {
            add(store, shop, i, 30_000);
        }
        assertThat(ids(store)).containsExactly("1000000008", "1000000009", "1000000010");
        MessageStore small = new MessageStore(1_000, 100, origins);
        for (int i = 1; i <= 10; i++) {
            add(small, origins.number("shop", "a", IdForm.DECIMAL), i, 60_000);
        }
        assertThat(ids(small)).containsExactly("1000000010");
        assertThat(small.count()).isEqualTo(10);
        add(small, origins.number("shop", "a", IdForm.DECIMAL), 11, 0);
        assertThat(ids(small)).containsExactly("1000000011");
    }

    @Test
    void a_list_does_not_change_when_more_come() {
        MessageStore store = new MessageStore(3, Long.MAX_VALUE, origins);
        int shop = origins.number("shop", "a", IdForm.DECIMAL);
        add(store, shop, 1, 0);
        List<StoredMessage> before = store.list();
        for (int i = 2; i <= 2_000; i++) {
            add(store, shop, i, 200);
        }
        assertThat(before).extracting(StoredMessage::messageId).containsExactly("1000000001");
        assertThat(ids(store)).containsExactly("1000001998", "1000001999", "1000002000");
    }
}
