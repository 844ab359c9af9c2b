package org.smppra.benchmark;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.smppra.gateway.Gateway;
import org.smppra.gateway.GatewayRuntime;
import org.smppra.gateway.Received;
import org.smppra.gateway.ReceivedListener;
import org.smppra.link.Call;
import org.smppra.link.Link;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;

/** The engine's gateway alone, given a request that is ready: what jSMPP does, no more. */
final class GatewayClient implements Client {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Threads::daemon);
    private final SubmitSm request = Sample.request();
    private final Gateway gateway;

    GatewayClient(int port) throws InterruptedException {
        GatewayRuntime runtime =
                new GatewayRuntime(new Timer(timer), Threads::daemon, System::nanoTime, Clock.systemUTC());
        gateway = new Gateway(Accounts.at(port), runtime, new NoReceiver());
        gateway.start();
        Accounts.await(() -> gateway.state().isUsable());
    }

    /** The responder delivers nothing. */
    private static final class NoReceiver implements ReceivedListener {
        @Override
        public void received(Received received) {}

        @Override
        public void leaving(Link link) {}
    }

    @Override
    public String submit() throws Exception {
        return id(gateway.submit(request));
    }

    @Override
    public List<String> submitAll(int count) {
        return gateway.submitAll(Collections.nCopies(count, request)).stream()
                .map(GatewayClient::id)
                .toList();
    }

    private static String id(Call call) {
        return call.answer().body() instanceof SubmitSmResp answer ? answer.messageId() : "";
    }

    @Override
    public void close() {
        gateway.close(1_000_000_000);
        timer.shutdownNow();
    }
}
