package org.smppra.it.transactions.application;

/** A checked exception as any: the transaction of the bean that throws it commits all the same. */
public class PlainException extends Exception {
    private static final long serialVersionUID = 1L;

    PlainException(String message) {
        super(message);
    }
}
