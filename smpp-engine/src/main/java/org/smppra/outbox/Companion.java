package org.smppra.outbox;

/**
 * A record on disk that says something of several submissions: that their transaction committed, or that they were about
 * to be written. It goes with the last of them.
 */
final class Companion {
    private final long key;
    private int references;
    private boolean kept;

    Companion(long key) {
        this.key = key;
    }

    long key() {
        return key;
    }

    void refer() {
        references++;
    }

    /** @return whether nothing refers to it any more, and it may go */
    boolean release() {
        references--;
        return references == 0 && !kept;
    }

    /** Whether it stays although nothing refers to it: it is prepared, or was decided by an operator. */
    void keep(boolean stays) {
        this.kept = stays;
    }

    boolean isUnused() {
        return references == 0;
    }
}
