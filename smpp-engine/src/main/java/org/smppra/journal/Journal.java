package org.smppra.journal;

/**
 * A durable store of entries, each a body of octets under a key above zero. A batch is written as one record, which is
 * there wholly or not at all after any crash. All methods may be called by many threads.
 *
 * <p>Batches take effect in the order in which the calls began to wait for, or returned from, the journal; of two calls
 * that overlap either may be first. Whoever needs an order between two batches calls one after the other.
 *
 * <p>A write or force that fails ends the journal: its {@link #state()} becomes {@link JournalState#FAILED}, whoever
 * waits gets a {@link JournalException}, and so does every later call. Nothing is acknowledged that is not on disk.
 * The converse does not hold: a batch whose caller got that exception may be there after the journal is opened again.
 *
 * <p>A disk without room for another segment does not end it: see {@link JournalFullException}.
 */
public interface Journal extends AutoCloseable {
    /**
     * A key that was never returned before, by this journal or by an earlier one on the same directory.
     *
     * @return above zero; later ones are larger
     */
    long newKey();

    /**
     * Writes all entries of the batch as one record and returns when the disk has it. Callers share one force. An empty
     * batch writes nothing and returns when everything appended before it is forced.
     *
     * <p>Not interruptible: the interrupt status is kept, and the outcome is waited for.
     *
     * @throws JournalFullException if the disk is full and the batch adds to it; nothing was written
     * @throws JournalException if writing or forcing failed, or the journal had failed before or is closed
     * @throws IllegalStateException if called by the writer thread, in a {@link JournalCallback}
     */
    void force(JournalBatch batch) throws JournalException;

    /**
     * As {@link #force(JournalBatch)}, but does not wait for the disk: the callback is told. Waits only while more than
     * {@link JournalSettings#maxPendingOctets()} wait to be written, except on the writer thread, which never waits.
     *
     * @param whenForced told exactly once, also of every failure; this method throws none. If nothing is taken any more it
     *     is told at once, on the calling thread
     */
    void force(JournalBatch batch, JournalCallback whenForced);

    /**
     * Hands the batch to the writer without waiting for it: written soon, forced together with the next batch that is
     * forced, at the latest after {@link JournalSettings#lazyForce()}. After a crash it may be missing, but never a part
     * of it, and never while a later batch is there. Waits only while more than
     * {@link JournalSettings#maxPendingOctets()} wait to be written.
     *
     * <p>On a full disk a batch that adds is dropped, and that is logged: what must be known to be written is forced.
     *
     * @throws JournalException if the journal failed or is closed
     */
    void append(JournalBatch batch) throws JournalException;

    /**
     * The body of a live entry, its checksum checked. Sees every batch whose force returned, or whose callback was told;
     * an appended one soon.
     *
     * @return a new array
     * @throws JournalException if there is no such entry, or it cannot be read; the message names the key. Also if the
     *     journal failed or is closed
     */
    byte[] read(long key) throws JournalException;

    /** How many entries are live. */
    int size();

    /** The octets of all live entries, bodies and their headers. */
    long liveOctets();

    /** The octets of all files of the journal, without those that were set aside for damage. */
    long diskOctets();

    /** Whether it works. */
    JournalState state();

    /** Why the state is what it is, in words for an operator; empty while it works. */
    String reason();

    /** What it has done since it was opened. */
    JournalFigures figures();

    /** What was found when it was opened. */
    OpeningReport openingReport();

    /**
     * Writes and forces what waits, ends the writer thread, gives the directory free. Calls that are under way get their
     * outcome, later ones a {@link JournalException}. Never throws; a failure is logged. Does nothing the second time.
     */
    @Override
    void close();
}
