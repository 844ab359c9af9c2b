package org.smppra.simulator.tool;

import java.time.Duration;
import java.util.List;
import org.smppra.message.Address;
import org.smppra.message.Tlvs;
import org.smppra.simulator.behaviour.DurationText;
import org.smppra.simulator.tool.http.Subject;
import org.smppra.simulator.tool.traffic.LoadOrder;
import org.smppra.text.LongMessages;

/** What is sent to the clients: a report, a message, a load of both. */
final class DeliveryCommands {
    private final Subject subject;

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
        int parts = subject.simulator()
                .sendMessage(
                        words.word(0),
                        Address.sender(words.word(1)),
                        Address.sender(words.word(2)),
                        words.from(3),
                        LongMessages.UDH_8);
        subject.output().say("sent in " + parts + (parts == 1 ? " part" : " parts"));
    }

    private void load(Words words) {
        if (!words.isEmpty()) {
            subject.load().set(words.word(0).equals("off") ? LoadOrder.NONE : order(words));
        }
        subject.output()
                .say("load is " + subject.load().order() + "; " + subject.load().sent() + " sent so far");
    }

    private static LoadOrder order(Words words) {
        String systemId = null;
        Duration duration = null;
        for (String word : words.words().subList(Math.min(2, words.size()), words.size())) {
            if (word.matches("[0-9]+(ms|s|m|h)")) {
                duration = DurationText.parse(word);
            } else {
                systemId = word;
            }
        }
        return new LoadOrder(number(words, 0), number(words, 1), systemId, duration);
    }

    private static double number(Words words, int index) {
        try {
            return Double.parseDouble(words.word(index));
        } catch (NumberFormatException e) {
            throw words.wrong();
        }
    }
}
