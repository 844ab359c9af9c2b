package org.smppra.it.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.smppra.ShortMessage;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.SubmitResult;
import org.smppra.UnansweredPolicy;
import org.smppra.engine.Account;
import org.smppra.engine.Engine;
import org.smppra.engine.OutboxOpener;
import org.smppra.engine.SubmitDefaults;
import org.smppra.outbox.AccountOutbox;
import org.smppra.outbox.Outbox;
import org.smppra.outbox.OutboxSettings;
import org.smppra.ra.settings.AccountProperties;

/** An engine with one account that stores what it is to send; its results are awaited here. */
final class StoringEngine implements AutoCloseable {
    private static final SubmitDefaults DEFAULTS = new SubmitDefaults("Shop", null, UnansweredPolicy.RESEND);

    private final Engine engine;
    private final Account account;
    private final Map<String, SubmitResult> results = new ConcurrentHashMap<>();

    /** @param outbox its directory; what another engine left there it finds */
    StoringEngine(Path outbox, String hosts, Consumer<AccountProperties> settings) {
        this(opener(outbox), hosts, settings);
    }

    StoringEngine(OutboxOpener opener, String hosts, Consumer<AccountProperties> settings) {
        AccountProperties properties = new AccountProperties();
        properties.setHosts(hosts);
        properties.setSystemId("shop");
        properties.setPassword("secret");
        properties.setReconnectMaxDelayMillis(300);
        properties.setCloseTimeoutMillis(500);
        settings.accept(properties);
        engine = new Engine("test", opener);
        account = engine.open(
                properties.settings(properties), opened -> opened.addSink(new RunningEngine.TakesNothing()));
    }

    static OutboxOpener opener(Path directory) {
        return OutboxOpener.in(new OutboxSettings(
                directory,
                1_000_000,
                320 << 20,
                Duration.ofHours(48),
                Duration.ofHours(72),
                Duration.ofHours(24),
                Duration.ofDays(1)));
    }

    Account account() {
        return account;
    }

    Outbox outbox() throws SmppException {
        return engine.outbox();
    }

    Submission submit(ShortMessage message) throws SmppException {
        return submitAll(List.of(message)).get(0);
    }

    Submission submit(ShortMessage.Builder message) throws SmppException {
        return submit(message.build());
    }

    List<Submission> submitAll(List<ShortMessage> messages) throws SmppException {
        return account.storeAll(messages, DEFAULTS, true, engine.outbox()::submit);
    }

    static ShortMessage.Builder message() {
        return ShortMessage.to("4512345678").text("hello");
    }

    /** The results of all these, as soon as each has one. */
    List<SubmitResult> awaitResults(Submission... submissions) throws SmppException {
        AccountOutbox outbox = account.outbox();
        List<SubmitResult> all = new ArrayList<>();
        RunningEngine.await(() -> {
            collect(outbox);
            return Arrays.stream(submissions).allMatch(each -> results.containsKey(each.submissionId()));
        });
        for (Submission each : submissions) {
            all.add(results.get(each.submissionId()));
        }
        return all;
    }

    SubmitResult awaitResult(Submission submission) throws SmppException {
        return awaitResults(submission).get(0);
    }

    /** Those that came so far. */
    Map<String, SubmitResult> results() throws SmppException {
        collect(account.outbox());
        return results;
    }

    private void collect(AccountOutbox outbox) {
        for (SubmitResult result : outbox.takeResults(Integer.MAX_VALUE)) {
            if (results.put(result.submissionId(), result) != null) {
                throw new AssertionError("settled twice: " + result);
            }
            outbox.resultDelivered(result.submissionId());
        }
    }

    StoringEngine awaitBound(int binds) {
        RunningEngine.await(
                () -> account.state().hosts().values().stream().allMatch(host -> host.submitting() == binds));
        return this;
    }

    @Override
    public void close() {
        engine.close();
    }
}
