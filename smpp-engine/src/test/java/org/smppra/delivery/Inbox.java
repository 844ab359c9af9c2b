package org.smppra.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.smppra.Delivered;
import org.smppra.DeliveryReceipt;
import org.smppra.ReceivedMessage;
import org.smppra.inbox.AccountInbox;
import org.smppra.inbox.ReceiptMemory;
import org.smppra.inbox.SentAs;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.profile.Profile;

/** Deliveries with a listener that takes everything and a clock that is moved by hand. */
final class Inbox implements DeliverySink {
    static final long SECOND = 1_000_000_000;
    static final long ANSWER_TIMEOUT = 20 * SECOND;
    static final CommandStatus REFUSED = CommandStatus.ESME_RX_T_APPN;
    static final Address PHONE = Address.of(1, 1, "4512345678");
    static final Address SHOP = Address.of(1, 1, "1204");

    /** A deliver_sm that was received, with its answers, of which there must never be two. */
    static final class Sent {
        private final List<CommandStatus> answers = new CopyOnWriteArrayList<>();

        List<CommandStatus> answers() {
            return answers;
        }
    }

    private static final long START = Long.MAX_VALUE - 5 * SECOND; // the nanosecond clock may wrap

    private final Deliveries deliveries;
    private final Map<DueAnswer, Integer> links = new IdentityHashMap<>();
    private final List<Delivery> taken = new CopyOnWriteArrayList<>();
    private final AccountInbox memory;
    /** Told when the ids of all that is under way are known; null: nothing is under way. */
    private @Nullable List<Runnable> waitForIds;

    private volatile long now = START;
    private int most = 100_000;

    Inbox(ReassemblySettings settings) {
        this(settings, Profile.named("generic"));
    }

    Inbox(ReassemblySettings settings, Profile profile) {
        this(settings, profile, new Remembering());
    }

    Inbox(ReassemblySettings settings, Profile profile, AccountInbox memory) {
        this(settings, profile, memory, new ReceiptMemory(memory), Acknowledge.AFTER_COMMIT);
        deliveries.add(this);
    }

    Inbox(ReassemblySettings settings, Profile profile, ReceiptMemory memory) {
        this(settings, profile, new Remembering(), memory, Acknowledge.AFTER_COMMIT);
        deliveries.add(this);
    }

    /** Without a listener. */
    Inbox(ReassemblySettings settings, Acknowledge acknowledge) {
        this(settings, Profile.named("generic"), new Remembering(), acknowledge);
    }

    private Inbox(ReassemblySettings settings, Profile profile, AccountInbox inbox, Acknowledge acknowledge) {
        this(settings, profile, inbox, new ReceiptMemory(inbox), acknowledge);
    }

    private Inbox(
            ReassemblySettings settings,
            Profile profile,
            AccountInbox inbox,
            ReceiptMemory receipts,
            Acknowledge acknowledge) {
        this.memory = inbox;
        deliveries = new Deliveries(
                "shop",
                profile,
                new Elapsed(),
                () -> now,
                ANSWER_TIMEOUT,
                REFUSED,
                settings,
                (submissionId, messageId) -> {},
                acknowledge,
                receipts,
                new IdsUnderWay(() -> waitForIds != null, this::whenKnown));
    }

    private boolean whenKnown(Runnable known) {
        if (waitForIds != null) {
            waitForIds.add(known);
        }
        return waitForIds != null;
    }

    /** From now on submits are under way, until {@link #answersAreThere}. */
    void submitsAreUnderWay() {
        waitForIds = new ArrayList<>();
    }

    void answersAreThere() {
        List<Runnable> due = Objects.requireNonNull(waitForIds);
        waitForIds = null;
        due.forEach(Runnable::run);
    }

    void sent(String messageId, SentAs as) {
        new ReceiptMemory(memory).sent(messageId, as);
    }

    Remembering memory() {
        return (Remembering) memory;
    }

    long count(DeliveryCounter counter) {
        return deliveries.counters().get(counter);
    }

    static DeliverSm receipt(String text, Tlvs tlvs) {
        return message(0x04, 0, Octets.ofLatin1(text), tlvs);
    }

    /** As of an SMSC that gives no reference back. */
    static DeliverSm receipt(String id, String stat) {
        return receipt(
                "id:" + id + " sub:001 dlvrd:001 submit date:2611230000 done date:2611230001 stat:" + stat
                        + " err:000 text:hello",
                Tlvs.empty());
    }

    List<DeliveryReceipt> receipts() {
        return taken.stream().map(each -> (DeliveryReceipt) each.value(1)).toList();
    }

    static DeliverSm message(int esmClass, int dataCoding, Octets userData, Tlvs tlvs) {
        return new DeliverSm("", PHONE, SHOP, esmClass, 0, 0, "", "", 0, 0, dataCoding, 0, userData, tlvs);
    }

    /** A part in the default alphabet that is numbered by its header. */
    static DeliverSm part(int reference, int total, int number, String text) {
        String header = String.format("050003%02x%02x%02x", reference, total, number);
        return message(0x40, 0, Octets.ofHex(header + Octets.ofLatin1(text).toHex()), Tlvs.empty());
    }

    Sent receive(DeliverSm message) {
        return receive(message, 1);
    }

    /** Over one of several links. */
    Sent receive(DeliverSm message, int link) {
        Sent sent = new Sent();
        DueAnswer answer =
                new DueAnswer(sent.answers::add, any -> false, now + ANSWER_TIMEOUT, deliveries.answersDue());
        links.put(answer, link);
        deliveries.received(message, answer);
        return sent;
    }

    /** The link of this number is about to unbind. */
    void leave(int link) {
        deliveries.leaving(answer -> links.get(answer) == link);
    }

    /** The link of this number is gone. */
    void lose(int link) {
        deliveries.gone(answer -> links.get(answer) == link);
    }

    void pass(long seconds) {
        for (long i = 0; i < seconds; i++) {
            now += SECOND;
            deliveries.tick(now);
        }
    }

    /** Only the clock moves. */
    void skip(Duration time) {
        now += time.toNanos();
    }

    /** The same time, from the epoch on. */
    private final class Elapsed extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusNanos(now - START);
        }
    }

    /** What the listener was given and did not settle, the oldest first. */
    List<Delivery> taken() {
        return taken;
    }

    List<ReceivedMessage> messages() {
        return taken.stream().map(each -> (ReceivedMessage) each.value()).toList();
    }

    /** Answers that are still due. */
    int due() {
        return deliveries.answersDue().get();
    }

    Deliveries deliveries() {
        return deliveries;
    }

    /** From now on its listener holds no more than so many. */
    void holdsAtMost(int many) {
        most = many;
    }

    @Override
    public int most() {
        return most;
    }

    @Override
    public boolean takes(Delivered value) {
        return true;
    }

    @Override
    public void offer(Delivery delivery) {
        taken.add(delivery);
    }
}
