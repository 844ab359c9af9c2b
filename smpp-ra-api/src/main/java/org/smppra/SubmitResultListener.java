package org.smppra;

/** Implemented by a message-driven bean that learns how submissions ended which were not answered in the call. */
public interface SubmitResultListener {
    void onSubmitResult(SubmitResult result);
}
