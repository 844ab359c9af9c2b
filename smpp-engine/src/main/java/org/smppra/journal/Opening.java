package org.smppra.journal;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Opens what is in a directory. Whoever calls has its lock. */
final class Opening {
    private static final Logger LOG = System.getLogger(Opening.class.getName());

    /** So many openings may have been lost with what is damaged: keys are never given twice. */
    private static final int EPOCHS_LOST = 1024;

    private final JournalSettings settings;
    private final JournalFiles files;
    private final JournalRuntime runtime;
    private final List<FoundSegment> found = new ArrayList<>();
    private final Segments segments = new Segments();
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    Opening(JournalSettings settings, JournalFiles files, JournalRuntime runtime) {
        this.settings = settings;
        this.files = files;
        this.runtime = runtime;
    }

    Opened open(JournalVisitor visitor) throws IOException, JournalException {
        long started = runtime.nanoTime().getAsLong();
        Spares spares = new Spares(files, settings.segmentOctets());
        try {
            List<String> names = files.list();
            for (long number :
                    names.stream().mapToLong(Segment::number).sorted().toArray()) {
                if (number > 0) {
                    FoundSegment it = FoundSegment.open(files, number);
                    found.add(it);
                    segments.add(it.segment());
                }
            }
            refuseNewer();
            files.forceDirectory();
            spares.adopt(names);
            Log log = log(spares);
            Replay replay = replay(log);
            long epoch = replay.lastEpoch() + (replay.damages().isEmpty() ? 1 : EPOCHS_LOST);
            log = log.withEpoch(epoch);
            Head head = head(log, replay);
            told(replay);
            Visit visit = new Visit(log, replay.uncertainBefore(), visitor);
            for (Segment segment : segments.all()) {
                visit.segment(segment);
            }
            int unseen = log.index().size() - visit.seen();
            if (unseen > 0) {
                told(replay.unseen(files.directory(), unseen));
            }
            OpeningReport report = new OpeningReport(
                    found.size(),
                    replay.records(),
                    log.index().size(),
                    visit.uncertain(),
                    replay.tornTail(),
                    List.copyOf(replay.damages()),
                    Duration.ofNanos(runtime.nanoTime().getAsLong() - started));
            long lastKey = Math.max(replay.lastKey(), epoch << 32);
            return new Opened(log, head, replay.uncertainBefore(), replay.cleanUpTo(), lastKey, report);
        } catch (IOException | JournalException | RuntimeException | Error e) {
            close(spares, e);
            throw e;
        }
    }

    /** To go on where a newer version has written last would lose what only that understands. */
    private void refuseNewer() throws JournalException {
        SegmentHeader newest = null;
        for (FoundSegment segment : found) {
            newest = segment.header() == null ? newest : segment.header();
        }
        if (newest != null && newest.version() > SegmentHeader.VERSION) {
            throw new JournalException(
                    "SMPP-JOURNAL-VERSION",
                    "The journal in " + files.directory() + " was written in format " + newest.version()
                            + ", this version knows " + SegmentHeader.VERSION
                            + "; use the version that wrote it, or another directory",
                    null);
        }
    }

    private Log log(Spares spares) {
        Map<UUID, Long> ids = found.stream()
                .map(FoundSegment::header)
                .filter(h -> h != null)
                .map(SegmentHeader::log)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        UUID id = ids.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseGet(UUID::randomUUID);
        return new Log(settings, files, runtime, id, 0, segments, new Index(), spares, new Counts());
    }

    private Replay replay(Log log) {
        Replay replay = new Replay(log);
        long expected = 0;
        for (int i = 0; i < found.size(); i++) {
            FoundSegment it = found.get(i);
            Segment segment = it.segment();
            if (expected != 0 && segment.number() != expected) {
                replay.missing(segment.number() - 1);
            }
            expected = segment.number() + 1;
            String stranger = it.stranger(log.id());
            if (stranger != null) {
                replay.stranger(segment, stranger);
                continue;
            }
            if (it.header() == null) {
                replay.headless(segment);
            } else {
                replay.epoch(it.header().epoch());
            }
            buffer = it.read(buffer);
            int size = it.header() == null ? segment.size() : it.header().size();
            if (i < found.size() - 1) {
                replay.sealed(segment, buffer, size, end(log, segment, found.get(i + 1)));
            } else {
                replay.last(segment, buffer, size);
            }
        }
        return replay;
    }

    /** Where the segment ends as the next one says; -1 if that is not known. */
    private static int end(Log log, Segment segment, FoundSegment next) {
        SegmentHeader header = next.header();
        return header == null || next.segment().number() != segment.number() + 1 || next.stranger(log.id()) != null
                ? -1
                : header.end();
    }

    /**
     * The last segment goes on behind its last record if it is sound; else a new one will be begun. What it does not say
     * itself to be forced is written once more: after a force that failed, the system may have in memory what never
     * reached the disk, and believe that there is nothing left to force.
     */
    private Head head(Log log, Replay replay) throws IOException {
        if (found.isEmpty()) {
            return new Head(log, log.begin(log.spares().take(), 1, 0), false);
        }
        FoundSegment last = found.get(found.size() - 1);
        Segment segment = last.segment();
        SegmentHeader header = last.header();
        boolean sound = !segment.damaged() && last.readable() && header != null && header.size() == segment.size();
        if (last.readable() && replay.forcedUpTo() < segment.end()) {
            segment.write(buffer.limit(segment.end()).position(replay.forcedUpTo()), replay.forcedUpTo());
        }
        Damage torn = replay.tornTail();
        if (torn != null) {
            segment.write(ByteBuffer.allocate((int) torn.length()), (int) torn.position());
        }
        segment.force();
        return new Head(log, segment, !sound);
    }

    private void told(Replay replay) {
        Damage torn = replay.tornTail();
        if (torn != null) {
            LOG.log(Level.INFO, "SMPP-308 Cut behind the last force of {0}: {1}", files.directory(), torn);
        }
        replay.damages().forEach(this::told);
    }

    private void told(Damage damage) {
        LOG.log(
                Level.ERROR,
                "SMPP-301 The journal in {0} is damaged: {1}. All else was read; the file is set aside once what is"
                        + " live in it was copied",
                files.directory(),
                damage);
    }

    private void close(Spares spares, Throwable e) {
        try {
            segments.close();
            spares.close();
        } catch (IOException suppressed) {
            e.addSuppressed(suppressed);
        }
    }
}
