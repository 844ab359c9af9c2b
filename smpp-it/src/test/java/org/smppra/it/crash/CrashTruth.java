package org.smppra.it.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was promised to the applications and the transaction managers of all lives: they are told, they do not die. */
final class CrashTruth {
    enum Promise {
        /** Nothing. */
        TRIED,
        /** It is prepared, or not; the transaction manager has not decided to commit it. */
        PREPARING,
        COMMITTED,
        NEVER
    }

    private final Map<String, Promise> messages = new HashMap<>();
    private final Map<String, List<String>> branches = new HashMap<>();
    private final Set<String> decided = new HashSet<>();
    private final Map<String, Set<String>> results = new HashMap<>();
    private final Set<String> held = new HashSet<>();

    Map<String, Promise> messages() {
        return messages;
    }

    Map<String, Set<String>> results() {
        return results;
    }

    Set<String> held() {
        return held;
    }

    /** @return the answer, if it is a question; else null */
    String hear(String line) {
        List<String> words = Arrays.asList(line.split(" "));
        List<String> rest = words.subList(1, words.size());
        switch (words.get(0)) {
            case "trying" -> rest.forEach(each -> messages.put(each, Promise.TRIED));
            case "committed" -> rest.forEach(each -> messages.put(each, Promise.COMMITTED));
            case "never" -> rest.forEach(each -> messages.put(each, Promise.NEVER));
            case "preparing" -> {
                List<String> of = new ArrayList<>(rest.subList(1, rest.size()));
                branches.put(rest.get(0), of);
                of.forEach(each -> messages.put(each, Promise.PREPARING));
            }
            case "decided" -> {
                decided.add(rest.get(0));
                branches.get(rest.get(0)).forEach(each -> messages.put(each, Promise.COMMITTED));
            }
            case "recovered" -> {
                return decided.contains(rest.get(0)) ? "commit" : "rollback";
            }
            case "result" ->
                results.computeIfAbsent(rest.get(0), each -> new HashSet<>()).add(rest.get(1));
            case "held" -> held.add(rest.get(0));
            default -> {}
        }
        return null;
    }

    /** A life is over: its transaction manager presumes the worst of what it did not decide. */
    void lifeIsOver() {
        messages.replaceAll((each, promise) -> promise == Promise.PREPARING ? Promise.NEVER : promise);
    }
}
