package org.smppra.dispatch;

import java.util.List;
import org.smppra.InvalidMessageException;
import org.smppra.MessagePlan;
import org.smppra.ShortMessage;
import org.smppra.pdu.SubmitSm;
import org.smppra.profile.MessageRules;
import org.smppra.profile.Profile;
import org.smppra.text.BodyEncoder;
import org.smppra.text.EncodedBody;

/** Makes the requests that carry the messages of one account, after every check of submit. */
public final class MessageRequests {
    private final Profile profile;
    private final SubmissionIds ids;
    private final ConcatenationReferences references = new ConcatenationReferences();

    public MessageRequests(Profile profile, SubmissionIds ids) {
        this.profile = profile;
        this.ids = ids;
    }

    MessagePlan plan(ShortMessage message) throws InvalidMessageException {
        return MessageRules.plan(message, profile);
    }

    String nextId() {
        return ids.next();
    }

    /** The application's reference, else the submissionId. */
    static String reference(ShortMessage message, String submissionId) {
        return message.reference().orElse(submissionId);
    }

    /** One request a part. */
    List<SubmitSm> of(ShortMessage message, String submissionId) throws InvalidMessageException {
        EncodedBody body = BodyEncoder.encode(message);
        MessagePlan plan = MessageRules.check(message, body, profile);
        int concatenation = plan.pdus() > 1 ? references.next(message.recipient()) : 0;
        return SubmitRequests.of(message, body, reference(message, submissionId), profile, concatenation);
    }
}
