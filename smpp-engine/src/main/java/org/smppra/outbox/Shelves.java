package org.smppra.outbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shelves of all accounts. Guarded by the lock of the ledger. */
final class Shelves {
    private final List<Shelf> all = new ArrayList<>();

    List<Shelf> all() {
        return all;
    }

    /** The shelf of this account; a new one if there is none. */
    Shelf of(AccountKey account) {
        Shelf shelf = find(account);
        if (shelf == null) {
            shelf = new Shelf(account);
            all.add(shelf);
        } else {
            shelf.alias(account);
        }
        return shelf;
    }

    /**
     * The shelf of an account that is at work now, and named as it is now. Its hosts may tell that what was stored as
     * several accounts is one.
     */
    Shelf ofWorking(AccountKey account, long now) {
        Shelf shelf = of(account);
        shelf.rename(account);
        for (Shelf other : List.copyOf(all)) {
            if (other != shelf && !other.isAttended() && other.is(account)) {
                shelf.absorb(other, now);
                all.remove(other);
            }
        }
        return shelf;
    }

    /** Settled ones that are kept, of all accounts. */
    int settledCount() {
        int sum = 0;
        for (Shelf shelf : all) {
            sum += shelf.settledCount();
        }
        return sum;
    }

    @Nullable
    Shelf find(AccountKey account) {
        for (Shelf shelf : all) {
            if (shelf.is(account)) {
                return shelf;
            }
        }
        return null;
    }
}
