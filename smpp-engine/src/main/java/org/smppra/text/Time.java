package org.smppra.text;

import java.util.Optional;

/**
 * A time of scheduled delivery, of validity or of a final state: 16 characters that say a point or a distance.
 *
 * <p>SMPP 3.4 section 7.1.1.
 */
public sealed interface Time permits AbsoluteTime, RelativeTime {
    /** The time that {@code text} is; empty if it is of neither format. */
    static Optional<Time> parse(String text) {
        return text.endsWith("R")
                ? RelativeTime.parse(text).map(time -> time)
                : AbsoluteTime.parse(text).map(time -> time);
    }

    /** The 16 characters. */
    @Override
    String toString();
}
