package org.smppra.sample;

import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import org.smppra.SubmitResult;
import org.smppra.SubmitResultListener;

/**
 * Hears what became of the messages that were submitted in a transaction. A result is kept until this transaction
 * committed; if it fails, the result comes again. That is why nothing is caught here.
 */
@MessageDriven
public class Results implements SubmitResultListener {
    @EJB
    private Orders orders;

    @Override
    public void onSubmitResult(SubmitResult result) {
        orders.announced(result);
    }
}
