package org.smppra.outbox;

import org.jspecify.annotations.Nullable;

/** A lane a priority. The highest goes first, but after some of it the lower ones have a turn, so that none starves. */
final class Lanes {
    static final int COUNT = 4;
    /** Of a lane in a row, while a lower one waits. */
    static final int TURN = 8;

    private final Lane[] lanes = new Lane[COUNT];
    private final int[] inARow = new int[COUNT];

    Lanes() {
        for (int i = 0; i < COUNT; i++) {
            lanes[i] = new Lane();
        }
    }

    Lane of(Entry entry) {
        return lanes[Math.min(Math.max(entry.priority(), 0), COUNT - 1)];
    }

    @Nullable
    Entry poll() {
        return poll(COUNT - 1);
    }

    private @Nullable Entry poll(int highest) {
        if (highest == 0 || !hasBelow(highest)) {
            inARow[highest] = 0;
            return lanes[highest].poll();
        }
        if (lanes[highest].isEmpty()) {
            return poll(highest - 1);
        }
        if (inARow[highest] == TURN) {
            inARow[highest] = 0;
            return poll(highest - 1);
        }
        inARow[highest]++;
        return lanes[highest].poll();
    }

    private boolean hasBelow(int lane) {
        for (int i = 0; i < lane; i++) {
            if (!lanes[i].isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
