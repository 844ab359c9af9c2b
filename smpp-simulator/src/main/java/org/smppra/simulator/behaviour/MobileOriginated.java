package org.smppra.simulator.behaviour;

import java.util.List;
import org.smppra.InvalidMessageException;
import org.smppra.ShortMessage;
import org.smppra.message.Address;
import org.smppra.text.BodyEncoder;
import org.smppra.text.LongMessages;
import org.smppra.text.PartCount;

/** A mobile writes to the account. */
final class MobileOriginated implements Fault {
    static final Parameter<String> FROM = Parameters.phoneNumber("from", "4512345678", "The mobile's number.");
    static final Parameter<String> TO = Parameters.phoneNumber("to", "1204", "The account's number.");
    static final Parameter<String> TEXT = Parameters.text(
            "text",
            1_000,
            "a text, in double quotes if it has blanks,",
            "Hello",
            "What it writes; again and again to fill parts.");
    static final Parameter<Integer> PARTS = Parameters.number("parts", 1, 255, "1", "In how many parts.");
    static final Parameter<String> HEADER = Parameters.choice(
            "header",
            List.of("udh8", "udh16", "sar"),
            "udh8",
            "How a part says what it is a part of: a user data header or optional parameters.");
    static final Parameter<String> ORDER = Parameters.choice(
            "order", List.of("rising", "falling"), "rising", "Whether the first or the last part comes first.");

    private static final int LONGEST_PART = 160;

    private final Address from;
    private final Address to;
    private final String text;
    private final LongMessages how;
    private final boolean falling;
    private final Trigger trigger;

    MobileOriginated(Behaviour settings, Strikes strikes) {
        this.from = Address.international(settings.get(FROM));
        this.to = Address.international(settings.get(TO));
        int parts = settings.get(PARTS);
        this.how = parts == 1
                ? LongMessages.PAYLOAD
                : switch (settings.get(HEADER)) {
                    case "udh16" -> LongMessages.UDH_16;
                    case "sar" -> LongMessages.SAR;
                    default -> LongMessages.UDH_8;
                };
        this.text = filling(settings.get(TEXT), parts, how);
        this.falling = settings.get(ORDER).equals("falling");
        this.trigger = new Trigger(settings, strikes);
    }

    /** The text as it is; for several parts the shortest beginning of it, repeated, that makes so many. */
    private static String filling(String text, int parts, LongMessages how) {
        if (parts(text, how) > 0 && parts == 1) {
            return text;
        }
        String endless = (text + " ").repeat(parts * LONGEST_PART / (text.length() + 1) + 1);
        int tooShort = 0;
        int enough = endless.length();
        while (enough - tooShort > 1) {
            int middle = (tooShort + enough) / 2;
            if (parts(endless.substring(0, middle), how) < parts) {
                tooShort = middle;
            } else {
                enough = middle;
            }
        }
        return endless.substring(0, enough);
    }

    private static int parts(String text, LongMessages how) {
        try {
            ShortMessage message = ShortMessage.to(Address.none()).text(text).build();
            return PartCount.of(BodyEncoder.encode(message), how).parts();
        } catch (InvalidMessageException e) {
            throw new InvalidBehaviourException("mobile-originated: text: " + e.getMessage());
        }
    }

    @Override
    public boolean takes(Line line, Answer answer) {
        if (trigger.at(line, answer)) {
            send(line);
        }
        return false;
    }

    @Override
    public void tick(Line line, long nowMillis) {
        if (trigger.now(line, nowMillis)) {
            send(line);
        }
    }

    private void send(Line line) {
        line.originate(from, to, text, how, falling);
    }

    @Override
    public void gone(Line line) {
        trigger.gone(line);
    }
}
