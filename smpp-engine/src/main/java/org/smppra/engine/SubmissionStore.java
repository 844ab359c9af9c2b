package org.smppra.engine;

import java.util.List;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.outbox.OutboxMessage;

/** Where prepared messages go: an outbox at once, or a branch of it. */
public interface SubmissionStore {
    /** All or none. @return one submission a message, in order */
    List<Submission> add(List<OutboxMessage> messages) throws SmppException;
}
