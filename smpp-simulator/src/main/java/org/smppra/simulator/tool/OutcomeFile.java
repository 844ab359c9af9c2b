package org.smppra.simulator.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A script of outcomes: a rule a line, as {@code --outcome} has it. */
final class OutcomeFile {
    private OutcomeFile() {}

    static List<OutcomeOption> read(Path file) throws CannotStartException {
        List<OutcomeOption> rules = new ArrayList<>();
        int number = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                number++;
                String rule = line.strip();
                if (!rule.isEmpty() && !rule.startsWith("#")) {
                    rules.add(OutcomeOption.parse(rule));
                }
            }
            return rules;
        } catch (IOException e) {
            throw new CannotStartException("--outcomes: " + file + " cannot be read: " + e, e);
        } catch (IllegalArgumentException e) {
            throw new CannotStartException("--outcomes: " + file + ", line " + number + ": " + e.getMessage(), e);
        }
    }
}
