package org.smppra.delivery;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.smppra.gateway.Received;
import org.smppra.link.Link;
import org.smppra.message.CommandStatus;

/** The answer that one deliver_sm waits for, due before its deadline. */
final class DueAnswer {
    private final Consumer<CommandStatus> way;
    private final Predicate<Link> origin;
    private final long deadline;
    private final AtomicInteger due;
    private final AtomicBoolean given = new AtomicBoolean();

    /** @param due counts the answers that are not given yet */
    DueAnswer(Received received, long deadline, AtomicInteger due) {
        this(received::answer, received::isFrom, deadline, due);
    }

    DueAnswer(Consumer<CommandStatus> way, Predicate<Link> origin, long deadline, AtomicInteger due) {
        this.way = way;
        this.origin = origin;
        this.deadline = deadline;
        this.due = due;
        due.incrementAndGet();
    }

    boolean isFrom(Link link) {
        return origin.test(link);
    }

    boolean isLate(long now) {
        return now - deadline >= 0;
    }

    /** Only the first answer counts. */
    void give(CommandStatus status) {
        if (given.compareAndSet(false, true)) {
            due.decrementAndGet();
            way.accept(status);
        }
    }
}
