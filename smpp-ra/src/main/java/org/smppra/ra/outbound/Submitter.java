package org.smppra.ra.outbound;

import java.util.List;
import org.smppra.ShortMessage;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.engine.Account;
import org.smppra.engine.AccountConnection;
import org.smppra.engine.SubmissionStore;
import org.smppra.engine.SubmitDefaults;

/** What handles do through their managed connection. */
record Submitter(AccountUse use, SubmitDefaults defaults, Storing storing) {
    Submission submit(ShortMessage message) throws SmppException {
        SubmissionStore store = storing.now();
        Account account = use.now();
        return store == null
                ? direct().submit(message)
                : store.add(List.of(account.prepare(message, defaults, storing.durable())))
                        .get(0);
    }

    List<Submission> submitAll(List<ShortMessage> messages) throws SmppException {
        SubmissionStore store = storing.now();
        Account account = use.now();
        return store == null
                ? direct().submitAll(messages)
                : account.storeAll(messages, defaults, storing.durable(), store);
    }

    /** Outside any transaction. */
    AccountConnection direct() throws SmppException {
        return new AccountConnection(use.now(), defaults);
    }
}
