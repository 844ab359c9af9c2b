package org.smppra.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Short names for what many entries of a store have in common; as many as there are accounts on hosts. */
final class Origins {
    /** Whose, where, and how its message ids are written. */
    record Origin(String systemId, String host, IdForm ids) {}

    private final Map<Origin, Integer> numbers = new HashMap<>();
    private final List<Origin> origins = new ArrayList<>();

    /** The same for the same. */
    synchronized int number(String systemId, String host, IdForm ids) {
        return numbers.computeIfAbsent(new Origin(systemId, host, ids), origin -> {
            origins.add(origin);
            return origins.size() - 1;
        });
    }

    synchronized Origin of(int number) {
        return origins.get(number);
    }
}
