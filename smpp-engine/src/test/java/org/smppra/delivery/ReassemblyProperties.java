package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.smppra.InvalidMessageException;
import org.smppra.ReceivedMessage;
import org.smppra.ShortMessage;
import org.smppra.delivery.Inbox.Sent;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.profile.Profile;
import org.smppra.text.BodyCutter;
import org.smppra.text.BodyEncoder;
import org.smppra.text.BodyPart;
import org.smppra.text.EncodedBody;
import org.smppra.text.LongMessages;

class ReassemblyProperties {
    private static final String[] LETTERS = {"a", "€", "ж", "😀", "e\u0301", "["};
    private static final LongMessages[] WAYS = {LongMessages.UDH_8, LongMessages.UDH_16, LongMessages.SAR};

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        int letters = random.nextBoolean() ? 2 : LETTERS.length;
        for (int i = 200 + random.nextInt(most - 200); i > 0; i--) {
            text.append(LETTERS[random.nextInt(letters)]);
        }
        return text.toString();
    }

    /** What a handset would send, by the same rules by which we send. */
    private static List<DeliverSm> parts(String text, LongMessages how, int reference) throws InvalidMessageException {
        EncodedBody body = BodyEncoder.encode(ShortMessage.to("45").text(text).build());
        List<DeliverSm> parts = new ArrayList<>();
        for (BodyPart part : BodyCutter.cut(body, how, reference)) {
            Tlvs tlvs = part.sar() == null ? Tlvs.empty() : part.sar().appendTo(Tlvs.empty());
            int esmClass = part.userDataHeader() ? 0x40 : 0;
            parts.add(Inbox.message(esmClass, body.dataCoding().value(), part.userData(), tlvs));
        }
        return parts;
    }

    @Property(tries = 100)
    void any_order_with_repeats_gives_every_whole_once(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int messages) throws InvalidMessageException {
        Inbox inbox = new Inbox(ReassemblySettings.DEFAULT);
        List<String> texts = new ArrayList<>();
        List<DeliverSm> deck = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            String text = text(random, 1_000);
            texts.add(text);
            deck.addAll(parts(text, WAYS[i % WAYS.length], i));
        }
        deck.addAll(deck.subList(0, random.nextInt(deck.size() + 1)));
        Collections.shuffle(deck, random);

        List<Sent> sent = new ArrayList<>();
        List<String> received = new ArrayList<>();
        for (DeliverSm part : deck) {
            sent.add(inbox.receive(part, random.nextInt(4)));
            if (random.nextInt(3) == 0) {
                commit(inbox, received);
            }
        }
        commit(inbox, received);
        assertThat(received).containsExactlyInAnyOrderElementsOf(texts);
        assertThat(sent).allSatisfy(each -> assertThat(each.answers()).containsExactly(CommandStatus.ESME_ROK));
    }

    private static void commit(Inbox inbox, List<String> received) {
        while (!inbox.taken().isEmpty()) {
            Delivery delivery = inbox.taken().remove(0);
            received.add(((ReceivedMessage) delivery.value()).text().orElseThrow());
            delivery.committed();
        }
    }

    /**
     * An SMSC that sends every part until it is acknowledged, a listener that fails now and then, links that leave, and
     * room for less than comes: in the end every text arrived, and no part was acknowledged before its text was
     * committed.
     */
    @Property(tries = 60)
    void nothing_that_was_acknowledged_is_lost(@ForAll Random random) throws InvalidMessageException {
        Inbox inbox = new Inbox(new ReassemblySettings(2, 20_000, 400 * Inbox.SECOND, false));
        Map<DeliverSm, String> owed = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            String text = text(random, 220) + i;
            parts(text, WAYS[i % WAYS.length], i).forEach(part -> owed.put(part, text));
        }
        List<String> committed = new ArrayList<>();
        Map<DeliverSm, Sent> inFlight = new LinkedHashMap<>();
        Set<String> texts = Set.copyOf(owed.values());
        for (int round = 0; round < 400 && !committed.containsAll(texts); round++) {
            // What is too much at once comes one by one at last.
            String oldest = texts.stream()
                    .filter(text -> !committed.contains(text))
                    .findFirst()
                    .orElseThrow();
            List<DeliverSm> deck = new ArrayList<>(owed.keySet());
            deck.removeAll(inFlight.keySet());
            boolean narrow = round > 200;
            deck.removeIf(part -> narrow && !oldest.equals(owed.get(part)));
            Collections.shuffle(deck, random);
            for (DeliverSm part : deck.subList(0, Math.min(deck.size(), 1 + random.nextInt(3)))) {
                inFlight.put(part, inbox.receive(part, random.nextInt(3)));
            }
            while (!inbox.taken().isEmpty()) {
                Delivery delivery = inbox.taken().remove(0);
                if (random.nextInt(3) == 0) {
                    delivery.refused(Inbox.REFUSED);
                } else {
                    committed.add(((ReceivedMessage) delivery.value()).text().orElseThrow());
                    delivery.committed();
                }
            }
            if (random.nextInt(10) == 0) {
                inbox.leave(random.nextInt(3));
            }
            inbox.pass(random.nextInt(8));
            inFlight.entrySet().removeIf(each -> {
                if (each.getValue().answers().contains(CommandStatus.ESME_ROK)) {
                    assertThat(committed).contains(owed.remove(each.getKey()));
                }
                assertThat(each.getValue().answers()).hasSizeLessThanOrEqualTo(1);
                return !each.getValue().answers().isEmpty();
            });
        }
        assertThat(committed).containsAll(texts);
    }

    @Property(tries = 100)
    void stays_within_its_bounds(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 5) int messages,
            @ForAll @IntRange(min = 1, max = 4_000) int octets) {
        ReassemblySettings settings = new ReassemblySettings(messages, octets, 1_000, true);
        Reassembly reassembly = new Reassembly(settings);
        MessageReader reader = new MessageReader(Profile.named("generic"), "shop");
        AtomicInteger due = new AtomicInteger();
        long now = 0;
        for (int i = 0; i < 300; i++) {
            now += random.nextInt(100);
            MessagePart part = reader.part(Inbox.part(
                    random.nextInt(8), 3, 1 + random.nextInt(3), "x".repeat(random.nextInt(60)) + random.nextInt(2)));
            PartialMessage message =
                    reassembly.add(part, part.place(), new DueAnswer(status -> {}, link -> false, now, due), now);
            if (message.isWhole() && message.delivery() == null) {
                handOn(reassembly, message, now);
            }
            if (random.nextInt(5) == 0) {
                reassembly.tick(now);
            }
            for (PartialMessage given = reassembly.takeGivenUp(); given != null; given = reassembly.takeGivenUp()) {
                if (random.nextBoolean()) {
                    handOn(reassembly, given, now);
                }
            }
            assertThat(reassembly.incomplete()).isLessThanOrEqualTo(messages);
            assertThat(reassembly.remembered()).isLessThanOrEqualTo(messages);
            assertThat(reassembly.octets()).isBetween(0L, (long) octets);
        }
        reassembly.tick(now + 1_000);
        assertThat(reassembly.incomplete() + reassembly.remembered()).isZero();
        assertThat(reassembly.octets()).isZero();
    }

    private static void handOn(Reassembly reassembly, PartialMessage message, long now) {
        ReceivedMessage value = ReceivedMessage.builder(Inbox.PHONE, Inbox.SHOP).build();
        Arrival arrival = new Arrival(value, List.of());
        reassembly.handOn(message, new Delivery(arrival, message.take(any -> true), now, new Nowhere(), 0), now);
    }

    private static final class Nowhere implements Origin {
        @Override
        public void settled(Delivery delivery) {}

        @Override
        public void handedBack(Delivery delivery) {}

        @Override
        public String givenUp(Delivery delivery, CommandStatus status) {
            return "";
        }
    }
}
