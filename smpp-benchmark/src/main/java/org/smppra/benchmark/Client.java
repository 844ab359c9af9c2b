package org.smppra.benchmark;

import java.util.List;

/** An engine bound to the responder. Every message is the {@link Sample}. */
interface Client extends AutoCloseable {
    /** Sends one message and waits. @return the id in the answer */
    String submit() throws Exception;

    /** Sends many without waiting between them, then waits for all. */
    List<String> submitAll(int count) throws Exception;

    /** How this engine keeps as many requests under way as {@code wanted} does. */
    default Shape fit(Shape wanted) {
        return wanted;
    }

    @Override
    void close() throws Exception;
}
