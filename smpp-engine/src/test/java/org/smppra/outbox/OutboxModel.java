package org.smppra.outbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an outbox should know, as a plain map; and what a disk should know after each step. */
final class OutboxModel {
    enum Kind {
        RESEND,
        HOLD,
        IN_MEMORY
    }

    enum Status {
        OPEN,
        PREPARED,
        WAITING,
        IN_HAND,
        WRITTEN,
        HELD,
        RESULT,
        RESULT_TAKEN
    }

    record Known(Kind kind, Status status, boolean maybeSent) {
        Known as(Status now) {
            return new Known(kind, now, maybeSent);
        }

        Known as(Status now, boolean may) {
            return new Known(kind, now, may);
        }

        /** Null: it is gone. */
        Known afterStop() {
            if (kind == Kind.IN_MEMORY || status == Status.OPEN) {
                return null;
            }
            return switch (status) {
                case IN_HAND -> as(Status.WAITING);
                case WRITTEN -> kind == Kind.HOLD ? as(Status.HELD, true) : as(Status.WAITING, true);
                case RESULT_TAKEN -> as(Status.RESULT);
                default -> this;
            };
        }
    }

    /** A branch that a transaction manager can recover. */
    record Prepared(List<String> ids, boolean decided) {}

    private record Step(int diskSize, Map<String, Known> messages, Map<Long, Prepared> branches) {}

    private final List<Step> steps = new ArrayList<>();
    private Map<String, Known> messages = new LinkedHashMap<>();
    private Map<Long, Prepared> branches = new LinkedHashMap<>();

    Map<Long, Prepared> branches() {
        return branches;
    }

    Map<String, Known> messages() {
        return messages;
    }

    void put(String id, Known known) {
        messages.put(id, known);
    }

    void remove(String id) {
        messages.remove(id);
    }

    List<String> ids(Status status) {
        return messages.entrySet().stream()
                .filter(entry -> entry.getValue().status() == status)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The step is over, and the disk has so many batches. */
    void stepped(int diskSize, int forced) {
        steps.add(new Step(diskSize, new LinkedHashMap<>(messages), new LinkedHashMap<>(branches)));
        steps.removeIf(step -> step.diskSize() < forced && step != lastUpTo(forced));
    }

    private Step lastUpTo(int diskSize) {
        Step last = null;
        for (Step step : steps) {
            if (step.diskSize() <= diskSize) {
                last = step;
            }
        }
        return last;
    }

    /** Sizes of the disk at the end of a step, at or above what is forced. */
    List<Integer> cuts(int forced) {
        return steps.stream()
                .map(Step::diskSize)
                .filter(size -> size >= forced)
                .distinct()
                .toList();
    }

    /** What is known after a stop that left so much on the disk. */
    void stopped(int diskSize) {
        Map<String, Known> left = new LinkedHashMap<>();
        lastUpTo(diskSize).messages().forEach((id, known) -> {
            Known after = known.afterStop();
            if (after != null) {
                left.put(id, after);
            }
        });
        branches = new LinkedHashMap<>(lastUpTo(diskSize).branches());
        messages = left;
        steps.clear();
    }
}
