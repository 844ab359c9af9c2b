package org.smppra.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.ShortMessage;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitResult;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;

/** Hosts that are connected and bound, and read nothing any more. */
class StalledPeerTest {
    private static final int CALLERS = 150;
    private static final String STUCK = "a write was stuck for too long";

    @TempDir
    Path directory;

    private static ShortMessage large(int number) {
        return RunningEngine.message("m" + number).toBuilder()
                .text("x".repeat(38_000))
                .build();
    }

    private static String error(RunningEngine engine, String host) {
        return engine.account().state().hosts().get(host).lastError().orElse("");
    }

    @ParameterizedTest(name = "tls: {0}")
    @ValueSource(booleans = {false, true})
    void every_caller_is_released_and_the_other_host_goes_on(boolean tls) throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        AtomicLong enquired = new AtomicLong();
        RawPeer.Encryption encryption = plain -> plain;
        Keys keys = null;
        if (tls) {
            keys = Keys.make(directory, "server", "ip:127.0.0.1");
            encryption = RawPeer.tls(keys.context());
        }
        String trustStore = tls ? keys.trustStore().toString() : null;
        try (RawPeer deaf = new RawPeer(encryption, connection -> {
                    if (connection.number() == 1) {
                        connection.grantBind();
                    }
                    connection.stall();
                });
                RawPeer other = new RawPeer(encryption, connection -> {
                    Envelope granted = connection.readBind();
                    stalled.await();
                    connection.write(granted);
                    while (true) {
                        Envelope request = connection.read();
                        if (request.body() instanceof EnquireLink) {
                            enquired.incrementAndGet();
                            connection.write(RawConnection.ok(request, new EnquireLinkResp()));
                        } else if (request.body() instanceof SubmitSm) {
                            connection.write(RawConnection.ok(request, RawConnection.accepted("1")));
                        }
                    }
                });
                RunningEngine engine = new RunningEngine(deaf.address() + "," + other.address(), p -> {
                    p.setTls(tls);
                    p.setTlsTrustStore(trustStore);
                    p.setTlsTrustStorePassword(Keys.PASSWORD);
                    p.setWindowSize(CALLERS);
                    p.setWriteTimeoutMillis(4_000);
                    p.setEnquireLinkIntervalMillis(100);
                    p.setCloseTimeoutMillis(100);
                })) {
            RunningEngine.await(() -> engine.account().state().isUsable());
            Callers callers = Callers.start(engine, CALLERS, StalledPeerTest::large);
            RunningEngine.await(
                    () -> engine.account().state().hosts().get(deaf.address()).outstanding() == CALLERS);
            assertThat(callers.released()).isZero();

            stalled.countDown();
            RunningEngine.await(
                    () -> engine.account().state().hosts().get(other.address()).submitting() == 1);
            assertThat(Callers.submit(engine, RunningEngine.message("passes"))).isInstanceOf(SubmitResult.class);
            long before = enquired.get();
            RunningEngine.await(() -> enquired.get() >= before + 2);

            List<Object> fates = callers.fates();
            long unknown = Callers.count(fates, SubmitOutcomeUnknownException.class);
            assertThat(unknown).isPositive();
            assertThat(Callers.count(fates, SubmitResult.class)).isEqualTo(CALLERS - unknown);
            assertThat(fates)
                    .filteredOn(SubmitOutcomeUnknownException.class::isInstance)
                    .allSatisfy(fate -> assertThat((Throwable) fate).hasMessageContaining(STUCK));
            RunningEngine.await(() -> error(engine, deaf.address()).equals(STUCK));
            RunningEngine.await(() -> deaf.accepted() == 2);
        }
    }

    @Test
    void a_peer_that_asks_and_does_not_read_cannot_fill_our_memory() {
        AtomicLong written = new AtomicLong();
        byte[] many = RawConnection.octets(java.util.stream.IntStream.range(1, 4_096)
                .mapToObj(number -> Envelope.request(number, new EnquireLink()))
                .toArray(Envelope[]::new));
        try (RawPeer flooding = new RawPeer(connection -> {
                    connection.grantBind();
                    while (connection.number() == 1) {
                        connection.write(many);
                        written.addAndGet(many.length);
                    }
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(flooding.address(), p -> p.setWriteTimeoutMillis(2_000))) {
            RunningEngine.await(() -> flooding.accepted() == 2);
            engine.awaitBound(1);
            assertThat(Callers.submit(engine, RunningEngine.message("m"))).isInstanceOf(SubmitResult.class);
            // What both systems' socket buffers hold, and one bound of ours; a reader that went on would take
            // gigabytes.
            assertThat(written.get()).isBetween(1L << 20, 64L << 20);
        }
    }
}
