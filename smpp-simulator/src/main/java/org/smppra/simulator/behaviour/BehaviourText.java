package org.smppra.simulator.behaviour;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes the textual form of a behaviour. */
final class BehaviourText {
    private BehaviourText() {}

    static Behaviour parse(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            throw new InvalidBehaviourException("which behaviour? There are " + Catalogue.names());
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String word : words.subList(1, words.size())) {
            int sign = word.indexOf('=');
            if (sign < 1) {
                throw new InvalidBehaviourException(
                        words.get(0) + ": " + word + " is no parameter; it must be name=value");
            }
            String name = word.substring(0, sign);
            if (parameters.put(name, word.substring(sign + 1)) != null) {
                throw new InvalidBehaviourException(words.get(0) + ": " + name + " is there twice");
            }
        }
        return Behaviour.of(words.get(0), parameters);
    }

    static String write(String name, Map<String, String> parameters) {
        StringBuilder text = new StringBuilder(name);
        parameters.forEach((key, value) -> {
            boolean plain = value.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"');
            text.append(' ').append(key).append('=');
            text.append(plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        });
        return text.toString();
    }

    /** Words between blanks; within double quotes a blank is none, and a backslash stands before a quote. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                i++;
                word.append(text.charAt(i));
            } else if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (Character.isWhitespace(c) && !quoted) {
                if (any) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(c);
                any = true;
            }
        }
        if (quoted) {
            throw new InvalidBehaviourException("a double quote is not closed: " + text);
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }
}
