package org.smppra;

/**
 * Implemented by a message-driven bean that learns how submissions ended which were not answered in the call (modes OUTBOX
 * and ON_COMMIT). Each result is kept until one bean committed it, or its retention ends; where the transaction does not
 * commit it comes again, so that a bean may get one twice. Several beans of one account compete.
 */
public interface SubmitResultListener {
    void onSubmitResult(SubmitResult result);
}
