package org.smppra.delivery;

import org.smppra.message.CommandStatus;

/** Where a delivery came from, and goes back to. */
interface Origin {
    /** It was committed or refused, and its answers are given. */
    void settled(Delivery delivery);

    /** A sink that cannot take it any more gives it back. */
    void handedBack(Delivery delivery);

    /**
     * Its listener did not take it in all attempts.
     *
     * @param status the answer that makes the SMSC send it again
     * @return what becomes of it, in words
     */
    String givenUp(Delivery delivery, CommandStatus status);
}
