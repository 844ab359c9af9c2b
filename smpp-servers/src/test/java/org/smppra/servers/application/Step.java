package org.smppra.servers.application;

/** What a transaction does. */
public enum Step {
    ROW,
    SUBMIT,
    ROLLBACK
}
