package org.smppra.benchmark.client;

import java.io.IOException;

/** A contestant bound to the responder; it acknowledges every deliver_sm. Every message is the sample. */
public interface Client extends AutoCloseable {
    @Override
    void close() throws IOException;
}
