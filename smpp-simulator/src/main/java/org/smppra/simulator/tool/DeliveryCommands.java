package org.smppra.simulator.tool;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Tlvs;
import org.smppra.simulator.tool.http.Subject;
import org.smppra.simulator.tool.traffic.LoadOrder;
import org.smppra.simulator.tool.traffic.PhoneMessage;

/** What is sent to the clients: a report, a message, a load of both. */
final class DeliveryCommands {
    private final Subject subject;
    private final AtomicInteger reference = new AtomicInteger();

    DeliveryCommands(Subject subject) {
        this.subject = subject;
    }

    List<Command> all() {
        return List.of(
                new Command("report SYSTEMID TEXT", "send TEXT as a delivery report, letter for letter", this::report),
                new Command("message SYSTEMID FROM TO TEXT", "send a mobile-originated message", this::message),
                new Command(
                        "load off | REPORTS MESSAGES [ID] [30s]",
                        "send so many a second, such as: load 100 0 shop 30s",
                        this::load));
    }

    private void report(Words words) {
        subject.simulator().sendReport(words.word(0), words.from(1), Tlvs.empty());
    }

    private void message(Words words) {
        int parts = new PhoneMessage(words.word(1), words.word(2), words.from(3))
                .send(subject.simulator(), words.word(0), reference.incrementAndGet());
        subject.output().say("sent in " + parts + (parts == 1 ? " part" : " parts"));
    }

    private void load(Words words) {
        if (!words.isEmpty()) {
            subject.load().set(words.word(0).equals("off") ? LoadOrder.NONE : order(words));
        }
        subject.output().say("load: " + subject.load().order() + "; " + subject.load().sent() + " sent so far");
    }

    private static LoadOrder order(Words words) {
        String systemId = null;
        Duration duration = null;
        for (String word : words.words().subList(Math.min(2, words.size()), words.size())) {
            Duration time = seconds(word);
            if (time == null) {
                systemId = word;
            } else {
                duration = time;
            }
        }
        return new LoadOrder(number(words, 0), number(words, 1), systemId, duration);
    }

    private static @Nullable Duration seconds(String word) {
        return word.matches("[0-9]{1,7}s") ? Duration.ofSeconds(Long.parseLong(word.substring(0, word.length() - 1))) : null;
    }

    private static double number(Words words, int index) {
        try {
            return Double.parseDouble(words.word(index));
        } catch (NumberFormatException e) {
            throw words.wrong();
        }
    }
}
