package org.smppra.journal;

final class EntryFormat {
    static final int HEADER = 16;

    private EntryFormat() {}
}
