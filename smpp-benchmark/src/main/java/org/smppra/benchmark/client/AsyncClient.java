package org.smppra.benchmark.client;

import java.util.function.Consumer;

/** One thread sends without waiting for more than a free slot of the window. */
public interface AsyncClient extends Client {
    /** The sample, ready to be submitted again and again. */
    interface Submission {
        void submit() throws Exception;
    }

    /**
     * Makes a submission.
     *
     * @param answered gets the id in each answer, on a thread of the client; empty if there is none
     */
    Submission prepare(Consumer<String> answered);

    /** Writes what was submitted, if this client waits to be asked. */
    void flush();
}
