package org.smppra.simulator.tool;

import java.util.function.Consumer;

/**
 * One command of the console.
 *
 * @param form its name and what follows it, such as {@code stop HOST}
 * @param help what it does, in a line
 * @param deed throws IllegalArgumentException in words
 */
record Command(String form, String help, Consumer<Words> deed) {
    String name() {
        return form.split(" ", 2)[0];
    }
}
