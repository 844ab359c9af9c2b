package org.smppra.inbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.smppra.inbox.Memory.Writing;
import org.smppra.journal.Journal;
import org.smppra.journal.JournalBatch;
import org.smppra.journal.JournalException;

/**
 * Writes what is remembered, in parts of pages. It is forced, for only so is it known whether it was written; that is once
 * a second at most, which the journal would do anyway.
 */
final class MemoryWriter {
    private static final Logger LOG = System.getLogger(MemoryWriter.class.getName());
    private static final int BATCH_OCTETS = 1 << 20;

    private final Memory memory;
    private final Journal journal;

    MemoryWriter(Memory memory, Journal journal) {
        this.memory = memory;
        this.journal = journal;
    }

    /** Returns when it is handed to the journal. */
    void flush() {
        memory.dropOld();
        JournalBatch batch = JournalBatch.of();
        memory.writeRemoved(batch);
        List<Writing> some = new ArrayList<>();
        for (Writing each : memory.takeUnwritten()) {
            memory.write(each, journal::newKey, batch);
            some.add(each);
            if (batch.octets() > BATCH_OCTETS) {
                force(batch, some);
                batch = JournalBatch.of();
                some = new ArrayList<>();
            }
        }
        force(batch, some);
    }

    /** Returns when it is on disk. @return false if some of it is not */
    boolean flushWhole() {
        flush();
        try {
            journal.force(JournalBatch.of());
        } catch (JournalException e) {
            LOG.log(Level.DEBUG, "The journal has ended", e);
            return false;
        }
        return memory.takeUnwritten().isEmpty();
    }

    private void force(JournalBatch batch, List<Writing> some) {
        if (batch.size() > 0) {
            journal.force(batch, failure -> {
                if (failure != null) {
                    memory.notWritten(some);
                }
            });
        }
    }
}
