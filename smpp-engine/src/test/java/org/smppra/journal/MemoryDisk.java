package org.smppra.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A disk that keeps what was forced, and as much as the test wants of what was not. */
public final class MemoryDisk {
    private final List<JournalBatch> log = new ArrayList<>();
    private final Set<Long> uncertain = new HashSet<>();
    private final Set<Long> unreadable = new HashSet<>();
    private int forced;
    private long lastKey;
    private boolean full;
    private boolean failing;
    private long forces;

    /** Cuts what was not forced, but for so many batches. */
    public synchronized void crash(int unforcedThatStay) {
        int end = Math.min(log.size(), forced + unforcedThatStay);
        log.subList(end, log.size()).clear();
        forced = log.size();
        failing = false;
    }

    /** Batches written, ever. */
    public synchronized int size() {
        return log.size();
    }

    public synchronized int unforced() {
        return log.size() - forced;
    }

    public synchronized long forces() {
        return forces;
    }

    public synchronized void full(boolean is) {
        full = is;
    }

    public synchronized void failing(boolean is) {
        failing = is;
    }

    /** What stands behind this entry was damaged. */
    public synchronized void damageBehind(long key) {
        uncertain.add(key);
    }

    /** The entry is gone by damage. */
    public synchronized void lose(long key) {
        log.add(JournalBatch.of().remove(key));
        forced = log.size();
    }

    /** The entry cannot be read any more; or again. */
    public synchronized void unreadable(long key, boolean is) {
        if (is) {
            unreadable.add(key);
        } else {
            unreadable.remove(key);
        }
    }

    /** Something else wrote it. */
    public synchronized void put(long key, byte[] body) {
        log.add(JournalBatch.of().put(key, body));
        forced = log.size();
    }

    public synchronized Map<Long, byte[]> entries() {
        Map<Long, byte[]> entries = new TreeMap<>();
        for (JournalBatch batch : log) {
            for (int i = 0; i < batch.size(); i++) {
                if (batch.body(i) == null) {
                    entries.remove(batch.key(i));
                } else {
                    entries.put(batch.key(i), batch.body(i));
                }
            }
        }
        return entries;
    }

    public Journal open(JournalVisitor visitor) {
        Opened journal = new Opened(entries());
        journal.live.forEach((key, body) -> visitor.entry(key, body, uncertain.contains(key)));
        return journal;
    }

    private final class Opened implements Journal {
        private final Map<Long, byte[]> live;
        /** What was forced: what was appended since cannot be read yet. */
        private Map<Long, byte[]> readable;

        private boolean closed;
        private boolean failed;

        Opened(Map<Long, byte[]> live) {
            this.live = live;
            this.readable = new TreeMap<>(live);
        }

        @Override
        public long newKey() {
            synchronized (MemoryDisk.this) {
                return ++lastKey;
            }
        }

        private void write(JournalBatch batch, boolean force) throws JournalException {
            synchronized (MemoryDisk.this) {
                check();
                boolean adds = false;
                for (int i = 0; i < batch.size(); i++) {
                    adds |= batch.body(i) != null && !live.containsKey(batch.key(i));
                }
                if (full && adds) {
                    throw new JournalFullException("the disk is full");
                }
                if (failing) {
                    failed = true;
                }
                if (failed) {
                    throw JournalException.failed("the disk fails", null);
                }
                if (batch.size() > 0) {
                    log.add(batch);
                }
                for (int i = 0; i < batch.size(); i++) {
                    uncertain.remove(batch.key(i));
                    if (batch.body(i) == null) {
                        live.remove(batch.key(i));
                    } else {
                        live.put(batch.key(i), batch.body(i));
                    }
                }
                if (force) {
                    readable = new TreeMap<>(live);
                    forced = log.size();
                    forces += batch.size() > 0 ? 1 : 0;
                }
            }
        }

        private void check() throws JournalException {
            if (closed) {
                throw JournalException.closed();
            }
        }

        @Override
        public void force(JournalBatch batch) throws JournalException {
            write(batch, true);
        }

        @Override
        public void force(JournalBatch batch, JournalCallback whenForced) {
            JournalException failure = null;
            try {
                write(batch, true);
            } catch (JournalException e) {
                failure = e;
            }
            whenForced.done(failure);
        }

        @Override
        public void append(JournalBatch batch) throws JournalException {
            write(batch, false);
        }

        @Override
        public byte[] read(long key) throws JournalException {
            synchronized (MemoryDisk.this) {
                check();
                byte[] body = unreadable.contains(key) ? null : readable.get(key);
                if (body == null) {
                    throw JournalException.entry(key, "is not there", null);
                }
                return body.clone();
            }
        }

        @Override
        public int size() {
            synchronized (MemoryDisk.this) {
                return live.size();
            }
        }

        @Override
        public long liveOctets() {
            return 0;
        }

        @Override
        public long diskOctets() {
            return 0;
        }

        @Override
        public JournalState state() {
            synchronized (MemoryDisk.this) {
                return closed
                        ? JournalState.CLOSED
                        : failed ? JournalState.FAILED : full ? JournalState.FULL : JournalState.RUNNING;
            }
        }

        @Override
        public String reason() {
            return "";
        }

        @Override
        public JournalFigures figures() {
            return new JournalFigures(0, 0, 0, 0, 0, 0);
        }

        @Override
        public OpeningReport openingReport() {
            return new OpeningReport(0, 0, size(), 0, null, List.of(), Duration.ZERO);
        }

        @Override
        public void close() {
            synchronized (MemoryDisk.this) {
                closed = true;
                forced = log.size();
            }
        }
    }
}
