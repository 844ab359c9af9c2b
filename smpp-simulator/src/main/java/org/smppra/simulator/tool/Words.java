package org.smppra.simulator.tool;

import java.util.List;

/**
 * What was typed behind a command.
 *
 * @param form how the command is to be written, for whoever wrote it otherwise
 */
record Words(String form, List<String> words, String all) {
    static Words of(String form, String rest) {
        String line = rest.strip();
        return new Words(form, line.isEmpty() ? List.of() : List.of(line.split("\\s+")), line);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    int size() {
        return words.size();
    }

    String word(int index) {
        if (index >= words.size()) {
            throw wrong();
        }
        return words.get(index);
    }

    /** All from the word of this index on, letter for letter. */
    String from(int index) {
        String rest = all;
        for (int i = 0; i < index; i++) {
            rest = rest.substring(word(i).length()).stripLeading();
        }
        if (rest.isEmpty()) {
            throw wrong();
        }
        return rest;
    }

    IllegalArgumentException wrong() {
        return new IllegalArgumentException("is written: " + form);
    }
}
