package org.smppra.benchmark;

/**
 * How a scenario loads an engine.
 *
 * @param callers threads
 * @param batch messages that each of them sends before it waits
 */
record Shape(int callers, int batch) {
    /** Requests under way at one time. */
    int window() {
        return callers * batch;
    }
}
