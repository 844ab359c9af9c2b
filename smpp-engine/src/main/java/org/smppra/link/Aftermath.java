package org.smppra.link;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened under a link's lock and is told once the lock is free. Calls are linked through themselves. */
final class Aftermath {
    private static final Logger LOG = System.getLogger(Link.class.getName());

    private @Nullable Call first;
    private @Nullable Call last;
    private final List<Runnable> steps = new ArrayList<>();

    /** A call whose fate is settled. */
    void add(Call call) {
        if (last == null) {
            first = call;
        } else {
            last.setNext(call);
        }
        last = call;
    }

    void add(Runnable step) {
        steps.add(step);
    }

    /** The first of all calls that were added; they are forgotten here. */
    @Nullable
    Call takeCalls() {
        Call head = first;
        first = null;
        last = null;
        return head;
    }

    List<Runnable> takeSteps() {
        if (steps.isEmpty()) {
            return List.of();
        }
        List<Runnable> all = List.copyOf(steps);
        steps.clear();
        return all;
    }

    /** Tells these and all that were settled after it. */
    static void tell(@Nullable Call call) {
        Call next = call;
        while (next != null) {
            Call done = next;
            next = done.unlink();
            try {
                done.done();
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    static void tell(List<Runnable> steps) {
        steps.forEach(Aftermath::tell);
    }

    /** One callback that fails must not cost the others theirs: a caller would wait for its answer for ever. */
    static void tell(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    static void failed(RuntimeException e) {
        LOG.log(Level.ERROR, "SMPP-002 a callback failed; the link goes on", e);
    }
}
