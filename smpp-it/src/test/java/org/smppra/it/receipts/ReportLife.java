package org.smppra.it.receipts;

/** One report at the provider's side. */
final class ReportLife {
    private int written;
    private int answered;
    /** Times that it was written again before it was answered: those answers never came. */
    private int lost;

    private boolean isAcknowledged;
    private long writtenNanos;
    private long answeredNanos;

    synchronized void written(long nanos) {
        if (isUnanswered()) {
            lost++;
        }
        written++;
        writtenNanos = nanos;
    }

    synchronized void answered(boolean isOk, long nanos) {
        answered++;
        answeredNanos = nanos;
        isAcknowledged |= isOk;
    }

    synchronized int timesWritten() {
        return written;
    }

    synchronized int timesAnswered() {
        return answered;
    }

    synchronized boolean isAcknowledged() {
        return isAcknowledged;
    }

    /** Of the last time it was written there is no answer. */
    synchronized boolean isUnanswered() {
        return !isAcknowledged && written - answered - lost > 0;
    }

    /** It was refused last, so long after it was written. */
    synchronized boolean isRefusedAfter(long nanos) {
        return answered > 0 && !isAcknowledged && !isUnanswered() && answeredNanos - writtenNanos >= nanos;
    }
}
