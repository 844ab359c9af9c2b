package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.ReceivedMessage;
import org.smppra.delivery.Inbox.Sent;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.profile.Profile;

/** What happens is written in the octets, one letter an event, so that a failure can be read. */
class ReassemblyFuzzTest {
    private static final ReassemblySettings NARROW =
            new ReassemblySettings(3, 60 + 4 * MessagePart.OBJECTS, 30 * Inbox.SECOND, true);
    /** What is given up is logged, which would be most of the work. */
    private static final Logger SILENT = Logger.getLogger(DeliveriesLog.class.getName());

    private static final MessageReader READER = new MessageReader(Profile.named("generic"), "shop");

    @BeforeAll
    static void silence() {
        SILENT.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        SILENT.setLevel(null);
    }

    static Stream<byte[]> events() {
        return Stream.of(
                        "H\u0001\u0002\u0001aH\u0001\u0002\u0002bC",
                        "S\u0001\u0002\u0002aS\u0001\u0002\u0001bRS\u0001\u0002\u0001bS\u0001\u0002\u0002aC",
                        "H\u0001\u0003\u0001aH\u0001\u0003\u0001aH\u0001\u0003\u0001bP\u0014LP\u001eC",
                        "H\u0001\u0002\u0001aH\u0002\u0002\u0001aH\u0003\u0002\u0001aH\u0004\u0002\u0001aCH\u0001\u0002\u0002bC",
                        "S\u0001\u0000\u0001aH\u0001\u0001\u0001aH\u0001\u0002\u0003aCCC")
                .map(events -> Octets.ofLatin1(events).toByteArray());
    }

    @MethodSource("events")
    @FuzzTest
    void any_parts_in_any_order_are_answered_once_and_never_lost(byte[] octets) {
        Inbox inbox = new Inbox(NARROW);
        Reassembly bounded = new Reassembly(NARROW);
        Map<Sent, DeliverSm> sent = new LinkedHashMap<>();
        List<String> committed = new ArrayList<>();
        ByteBuffer events = ByteBuffer.wrap(octets);
        while (events.remaining() >= 5) {
            switch (events.get()) {
                case 'H' -> receive(inHeader(events), inbox, bounded, sent);
                case 'S' -> receive(inParameters(events), inbox, bounded, sent);
                case 'C' -> commit(inbox, committed);
                case 'R' -> inbox.taken().stream().findFirst().ifPresent(each -> refuse(inbox, each));
                case 'L' -> inbox.leave(1);
                case 'P' -> inbox.pass(events.get() & 0x3F);
                default -> {}
            }
            nothing_is_acknowledged_early_or_twice(sent, committed);
            assertThat(unanswered(sent)).isEqualTo(inbox.due());
        }
        inbox.pass(60);
        assertThat(inbox.due()).isZero();
        nothing_is_acknowledged_early_or_twice(sent, committed);
        bounded.tick(Long.MAX_VALUE);
        assertThat(bounded.octets()).isZero();
    }

    private static void nothing_is_acknowledged_early_or_twice(Map<Sent, DeliverSm> sent, List<String> committed) {
        sent.forEach((each, part) -> {
            assertThat(each.answers()).hasSizeLessThanOrEqualTo(1);
            if (each.answers().contains(CommandStatus.ESME_ROK)) {
                assertThat(committed).anyMatch(whole -> whole.contains(body(part)));
            }
        });
    }

    private static long unanswered(Map<Sent, DeliverSm> sent) {
        return sent.keySet().stream().filter(each -> each.answers().isEmpty()).count();
    }

    private static void receive(DeliverSm message, Inbox inbox, Reassembly bounded, Map<Sent, DeliverSm> sent) {
        sent.put(inbox.receive(message), message);
        MessagePart part = READER.part(message);
        if (part.place() != null) {
            DueAnswer answer = new DueAnswer(status -> {}, link -> false, 0, new AtomicInteger());
            bounded.add(part, part.place(), answer, sent.size());
            while (bounded.takeGivenUp() != null) {
                // Let go.
            }
            assertThat(bounded.incomplete()).isLessThanOrEqualTo(NARROW.messages());
            assertThat(bounded.octets()).isBetween(0L, (long) NARROW.octets());
        }
    }

    private static void commit(Inbox inbox, List<String> committed) {
        if (!inbox.taken().isEmpty()) {
            Delivery delivery = inbox.taken().remove(0);
            committed.add(((ReceivedMessage) delivery.value()).userData().toLatin1());
            delivery.committed();
        }
    }

    private static void refuse(Inbox inbox, Delivery delivery) {
        inbox.taken().remove(delivery);
        delivery.refused(Inbox.REFUSED);
    }

    private static DeliverSm inHeader(ByteBuffer events) {
        String header = String.format("050003%02x%02x%02x", events.get(), events.get(), events.get());
        return Inbox.message(0x40, 0, Octets.ofHex(header + String.format("%02x", events.get())), Tlvs.empty());
    }

    private static DeliverSm inParameters(ByteBuffer events) {
        Tlvs tlvs = Tlvs.empty()
                .with(Tlv.SAR_MSG_REF_NUM, events.get() & 0xFF)
                .with(Tlv.SAR_TOTAL_SEGMENTS, events.get() & 0xFF)
                .with(Tlv.SAR_SEGMENT_SEQNUM, events.get() & 0xFF);
        return Inbox.message(0, 0, Octets.ofHex(String.format("%02x", events.get())), tlvs);
    }

    private static String body(DeliverSm part) {
        return READER.part(part).body().body().toLatin1();
    }
}
