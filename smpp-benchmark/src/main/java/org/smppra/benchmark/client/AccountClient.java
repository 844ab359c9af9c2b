package org.smppra.benchmark.client;

import java.util.Collections;
import java.util.List;
import org.smppra.ShortMessage;
import org.smppra.benchmark.scenario.Sample;
import org.smppra.delivery.Acknowledge;
import org.smppra.delivery.ReassemblySettings;
import org.smppra.engine.Account;
import org.smppra.engine.AccountSettings;
import org.smppra.engine.Engine;
import org.smppra.message.CommandStatus;
import org.smppra.profile.Profile;

/** The whole engine as an application meets it: text is encoded, rules are checked, a result is made. */
final class AccountClient implements SyncClient, BatchClient {
    private final Engine engine = new Engine("bench");
    private final Account account;
    private final ShortMessage message = Sample.message();

    AccountClient(Bind bind) throws InterruptedException {
        account = engine.open(new AccountSettings(
                Accounts.at(bind),
                Profile.named("generic"),
                20_000_000_000L,
                CommandStatus.ESME_RX_T_APPN,
                ReassemblySettings.DEFAULT,
                Acknowledge.AFTER_COMMIT));
        Accounts.await(account::state);
    }

    @Override
    public String submit() throws Exception {
        return account.submit(message).messageId().value();
    }

    @Override
    public List<String> submitAll(int count) throws Exception {
        return account.submitAll(Collections.nCopies(count, message)).stream()
                .map(result -> result.messageId().value())
                .toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
