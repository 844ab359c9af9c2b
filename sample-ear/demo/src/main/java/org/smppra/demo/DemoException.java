package org.smppra.demo;

/** The demo cannot go on, for a reason that its user can do something about: one message, no stack trace. */
final class DemoException extends Exception {
    private static final long serialVersionUID = 1L;

    DemoException(String message) {
        super(message, null, false, false);
    }
}
