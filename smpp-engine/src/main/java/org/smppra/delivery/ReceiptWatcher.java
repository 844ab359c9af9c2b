package org.smppra.delivery;

import org.smppra.message.MessageId;

/** Told of each receipt that carries a submissionId, before any listener is. Must not block. */
public interface ReceiptWatcher {
    void receipt(String submissionId, MessageId messageId);
}
