package org.smppra.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;

/**
 * Deletes segments in which nothing is live, or sets them aside if they are damaged. Only the oldest, only when all that
 * made it dead is forced, and each deletion is forced before the next: an older segment must never come back without the
 * removals that stand in a newer one. Belongs to the writer thread.
 */
final class Dropping {
    private static final Logger LOG = System.getLogger(Dropping.class.getName());
    private static final String ASIDE = "damaged/";
    private static final int COPIES = 100;
    private static final long RETRY_NANOS = 1_000_000_000;

    private final Log log;
    private final Head head;
    private final Cleaner cleaner;
    private boolean failing;
    private long retryAt;

    Dropping(Log log, Head head, Cleaner cleaner) {
        this.log = log;
        this.head = head;
        this.cleaner = cleaner;
    }

    /** @return whether one was dropped */
    boolean dropDead() throws IOException {
        boolean any = false;
        while (true) {
            Segment oldest = log.segments().oldest();
            if (oldest == null || oldest == head.active() || oldest.live() > 0 || waiting()) {
                return any;
            }
            head.force();
            if (oldest.live() > 0 || !drop(oldest)) {
                return any;
            }
            any = true;
        }
    }

    private boolean waiting() {
        return failing && log.runtime().nanoTime().getAsLong() - retryAt < 0;
    }

    private boolean drop(Segment segment) throws IOException {
        try {
            segment.close();
            if (segment.damaged()) {
                setAside(segment.name());
            } else {
                log.files().delete(segment.name());
            }
        } catch (IOException e) {
            retryAt = log.runtime().nanoTime().getAsLong() + RETRY_NANOS;
            if (!failing) {
                failing = true;
                LOG.log(
                        Level.WARNING,
                        "SMPP-307 {0} of {1} is no longer needed but cannot be removed ({2}); tried again",
                        segment.name(),
                        log.files().directory(),
                        e.toString());
            }
            return false;
        }
        failing = false;
        log.files().forceDirectory();
        log.segments().remove(segment);
        cleaner.dead(segment);
        log.counts().dropped();
        return true;
    }

    private void setAside(String name) throws IOException {
        String target = ASIDE + name;
        for (int i = 2; ; i++) {
            try {
                log.files().rename(name, target);
                break;
            } catch (FileAlreadyExistsException e) {
                if (i > COPIES) {
                    throw e;
                }
                target = ASIDE + name + "." + i;
            }
        }
        LOG.log(
                Level.WARNING,
                "SMPP-306 The damaged file {0} of {1} was set aside as {2}; it holds bodies of messages",
                name,
                log.files().directory(),
                target);
    }
}
