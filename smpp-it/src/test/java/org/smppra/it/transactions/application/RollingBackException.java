package org.smppra.it.transactions.application;

import jakarta.ejb.ApplicationException;

/** Rolls the transaction of the bean that throws it back. */
@ApplicationException(rollback = true)
public class RollingBackException extends Exception {
    private static final long serialVersionUID = 1L;

    RollingBackException(String message) {
        super(message);
    }
}
