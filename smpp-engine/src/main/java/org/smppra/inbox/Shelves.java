package org.smppra.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.outbox.AccountKey;

/** The shelves of all accounts. Guarded by the lock of the {@link Ledger}. */
final class Shelves {
    private final Memory memory;
    private final List<Shelf> all = new ArrayList<>();
    private final Map<AccountKey, Shelf> known = new HashMap<>();

    Shelves(Memory memory) {
        this.memory = memory;
    }

    List<Shelf> all() {
        return all;
    }

    private @Nullable Shelf find(AccountKey key) {
        for (Shelf shelf : all) {
            if (shelf.is(key)) {
                return shelf;
            }
        }
        return null;
    }

    /** The shelf of this account; a new one if there is none. */
    Shelf of(AccountKey key) {
        Shelf shelf = known.get(key);
        if (shelf != null) {
            return shelf;
        }
        shelf = find(key);
        if (shelf == null) {
            shelf = new Shelf(key, memory.account(key));
            all.add(shelf);
        } else {
            shelf.alias(key);
        }
        known.put(key, shelf);
        return shelf;
    }

    /** Of one that is asked for now. Its hosts may tell that what was stored as several accounts is one. */
    Shelf ofWorking(AccountKey key) {
        Shelf shelf = of(key);
        shelf.rename(key);
        shelf.memory().rename(key);
        for (Shelf other : List.copyOf(all)) {
            if (other != shelf && other.inbox() == null && other.is(key)) {
                shelf.absorb(other);
                memory.absorb(shelf.memory(), other.memory());
                all.remove(other);
                known.replaceAll((name, of) -> of == other ? shelf : of);
            }
        }
        return shelf;
    }
}
