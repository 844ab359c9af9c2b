package org.smppra.sample;

import jakarta.ejb.ApplicationException;

/**
 * The order was not shipped. A checked exception alone lets the container commit: it is the annotation that takes the
 * order back.
 */
@ApplicationException(rollback = true)
public class OrderException extends Exception {
    private static final long serialVersionUID = 1L;

    OrderException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
