package org.smppra.benchmark.client;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.smppra.benchmark.scenario.Sample;
import org.smppra.gateway.Gateway;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.gateway.Received;
import org.smppra.gateway.ReceivedListener;
import org.smppra.link.Call;
import org.smppra.link.Link;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;

/** The engine's gateway alone, given a request that is ready: what the peers do, no more. */
final class GatewayClient implements SyncClient, AsyncClient {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Threads::daemon);
    private final SubmitSm request;
    private final boolean eager;
    private final Gateway gateway;

    /** @param eager whether each asynchronous submit is written without being asked for */
    GatewayClient(Bind bind, boolean eager) throws InterruptedException {
        this.eager = eager;
        request = Sample.request(bind.receipts());
        GatewayRuntime runtime =
                new GatewayRuntime(new Timer(timer), Threads::daemon, System::nanoTime, Clock.systemUTC());
        gateway = new Gateway(Accounts.at(bind), runtime, new Acknowledging(bind.received()), () -> true);
        gateway.start();
        Accounts.await(gateway::state);
        if (bind.systemId().startsWith("r")) {
            submitFirst();
        }
    }

    private void submitFirst() throws InterruptedException {
        try {
            submit();
        } catch (Exception e) {
            throw new IllegalStateException("the first submit failed", e);
        }
    }

    /** Inline, on the reader thread. */
    private record Acknowledging(Runnable each) implements ReceivedListener {
        @Override
        public void received(Received received) {
            received.answer(CommandStatus.ESME_ROK);
            each.run();
        }

        @Override
        public void leaving(Link link) {}
    }

    @Override
    public String submit() throws Exception {
        return id(gateway.submit(request));
    }

    @Override
    public Submission prepare(Consumer<String> answered) {
        Consumer<Call> done = call -> answered.accept(id(call));
        return () -> gateway.submitAsync(request, eager, done);
    }

    @Override
    public void flush() {
        gateway.flush();
    }

    private static String id(Call call) {
        return call.fate() == Call.Fate.ANSWERED && call.answer().body() instanceof SubmitSmResp answer
                ? answer.messageId()
                : "";
    }

    @Override
    public void close() {
        gateway.close(1_000_000_000);
        timer.shutdownNow();
    }
}
