package org.smppra.it.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.smppra.GatewayUnavailableException;
import org.smppra.ShortMessage;
import org.smppra.SubmitOutcomeUnknownException;
import org.smppra.SubmitResult;
import org.smppra.engine.Engine;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSmResp;
import org.smppra.pdu.EnquireLink;
import org.smppra.pdu.EnquireLinkResp;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;

/**
 * What users of other SMPP stacks complain of most, by its number in the table "What users of other stacks suffer" of
 * docs/evidence.md. Here are only the rows that no test of another class shows; the table names the test of each.
 */
class UserPainTest {
    /** SYN and nothing more: the queue of a listener that nobody serves is full. */
    @Test
    void row_03_a_host_that_does_not_even_accept_holds_nobody() throws Exception {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket dead = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            fillQueue(dead, waiting);
            String address = "127.0.0.1:" + dead.getLocalPort();
            try (RunningEngine engine = new RunningEngine(address, p -> p.setConnectTimeoutMillis(300))) {
                assertThat(Callers.submit(engine, RunningEngine.message("m")))
                        .isInstanceOf(GatewayUnavailableException.class);
                RunningEngine.await(() -> engine.account()
                        .state()
                        .hosts()
                        .get(address)
                        .lastError()
                        .orElse("")
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("timed out"));
            }
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    private static void fillQueue(ServerSocket dead, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 10; i++) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress("127.0.0.1", dead.getLocalPort()), 200);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
    }

    @Test
    void row_04_it_binds_again_after_unbind_reset_close_and_refusal() {
        try (RawPeer peer = new RawPeer(connection -> {
                    switch (connection.number()) {
                        case 1 -> {
                            connection.grantBind();
                            connection.write(Envelope.request(1, new Unbind()));
                            assertThat(connection.read().body()).isInstanceOf(UnbindResp.class);
                        }
                        case 2 -> {
                            connection.grantBind();
                            connection.reset();
                        }
                        case 3 -> connection.reset();
                        case 4 -> connection.grantBind();
                        case 5 -> {
                            Envelope bind = connection.read();
                            connection.write(Envelope.answer(
                                    bind.body().commandId(), bind.sequenceNumber(), CommandStatus.ESME_RALYBND));
                        }
                        default -> connection.behave();
                    }
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> p.setReconnectMaxDelayMillis(20))) {
            RunningEngine.await(() -> peer.accepted() == 6);
            engine.awaitBound(1);
            assertThat(Callers.submit(engine, RunningEngine.message("m"))).isInstanceOf(SubmitResult.class);
        }
    }

    @Test
    void row_07_as_many_requests_are_under_way_as_the_window_allows_and_no_more() {
        int window = 7;
        AtomicInteger rounds = new AtomicInteger();
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    for (int i = 0; i < 10; i++) {
                        List<Envelope> answers = new ArrayList<>();
                        while (answers.size() < window) {
                            Envelope request = connection.read(SubmitSm.class);
                            answers.add(RawConnection.ok(request, RawConnection.accepted("1")));
                        }
                        connection.write(Envelope.request(i, new EnquireLink()));
                        assertThat(connection.read().body()).isInstanceOf(EnquireLinkResp.class);
                        assertThat(connection.in().available()).isZero();
                        rounds.incrementAndGet();
                        connection.write(answers.toArray(Envelope[]::new));
                    }
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> p.setWindowSize(window)).awaitBound(1)) {
            assertThat(Callers.start(engine, 10 * window).fates()).hasOnlyElementsOfType(SubmitResult.class);
            assertThat(rounds.get()).isEqualTo(10);
        }
    }

    @Test
    void row_08_answers_do_not_wait_behind_the_application_and_what_is_unknown_is_not_sent_again() {
        AtomicInteger submitted = new AtomicInteger();
        AtomicInteger offered = new AtomicInteger();
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    Envelope request = connection.read(SubmitSm.class);
                    submitted.incrementAndGet();
                    for (int i = 1; i <= 1_000; i++) {
                        connection.write(Envelope.request(i, RawConnection.message("m" + i)));
                    }
                    connection.write(RawConnection.ok(request, RawConnection.accepted("1")));
                    while (true) {
                        connection.read(SubmitSm.class); // and no answer
                        submitted.incrementAndGet();
                    }
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                            p.setResponseTimeoutMillis(5_000);
                            p.setCloseTimeoutMillis(200);
                        })
                        .with(RunningEngine.calling(delivery -> offered.incrementAndGet())) // never settled
                        .awaitBound(1)) {
            assertThat(Callers.inTurn(engine, 2))
                    .extracting(Object::getClass)
                    .isEqualTo(List.of(SubmitResult.class, SubmitOutcomeUnknownException.class));
            assertThat(offered.get()).as("what a listener may hold").isEqualTo(500);
            assertThat(submitted.get()).isEqualTo(2);
        }
    }

    /** A listener may hold 500, and 5,000 may wait for it. */
    @Test
    void row_19_a_listener_that_settles_nothing_stalls_neither_the_link_nor_our_memory() {
        List<Envelope> answers = new CopyOnWriteArrayList<>();
        int bound = 5_500;
        int more = 50;
        try (RawPeer peer = new RawPeer(connection -> {
                    connection.grantBind();
                    for (int i = 1; i <= bound + more; i++) {
                        connection.write(Envelope.request(i, RawConnection.message("m")));
                    }
                    for (int i = 0; i < more; i++) {
                        answers.add(connection.read(DeliverSmResp.class));
                    }
                    connection.write(Envelope.request(9_999, new EnquireLink()));
                    answers.add(connection.read());
                    connection.serve();
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> p.setCloseTimeoutMillis(200))
                        .with(RunningEngine.calling(delivery -> {}))) {
            RunningEngine.await(() -> answers.size() == more + 1);
            assertThat(answers.subList(0, more)).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(engine.account().negativeStatus());
                assertThat(answer.sequenceNumber()).isGreaterThan(bound);
            });
            assertThat(answers.get(more)).isEqualTo(RawConnection.ok(9_999, new EnquireLinkResp()));
            assertThat(Callers.submit(engine, RunningEngine.message("m"))).isInstanceOf(SubmitResult.class);
        }
    }

    @Test
    void row_21_many_callers_share_one_bind() {
        try (RawPeer peer = new RawPeer(RawConnection::behave);
                RunningEngine engine = new RunningEngine(peer.address(), p -> {}).awaitBound(1)) {
            assertThat(Callers.start(engine, 64).fates()).hasOnlyElementsOfType(SubmitResult.class);
            assertThat(peer.accepted()).isEqualTo(1);
        }
    }

    @Test
    void row_25_no_log_line_holds_a_password_a_number_or_a_text() {
        ShortMessage message = ShortMessage.to("4599887766")
                .from("Shop")
                .text("a secret text")
                .reference("m")
                .build();
        AtomicInteger rounds = new AtomicInteger();
        try (Logged logged = new Logged();
                RawPeer peer = new RawPeer(connection -> {
                    if (connection.number() == 1) {
                        Envelope bind = connection.read();
                        connection.write(Envelope.answer(
                                bind.body().commandId(), bind.sequenceNumber(), CommandStatus.ESME_RINVPASWD));
                        return;
                    }
                    connection.grantBind();
                    // One that cannot be read, one that a listener fails at, then answers of every kind.
                    connection.write(RawConnection.hex("00000017 00000005 00000000 00000007 34353939383837"));
                    connection.write(Envelope.request(1, RawConnection.message("another secret")));
                    Envelope request = connection.read(SubmitSm.class);
                    switch (connection.number()) {
                        case 2 ->
                            connection.write(Envelope.answer(
                                    CommandId.SUBMIT_SM, request.sequenceNumber(), CommandStatus.ESME_RINVDSTADR));
                        case 3 -> connection.reset();
                        case 4 -> connection.write(RawConnection.hex("7FFFFFFF 34353939 38383737 36360000"));
                        case 5 -> connection.write(Envelope.request(2, new Unbind()));
                        default -> {
                            connection.write(RawConnection.ok(request, RawConnection.accepted("1")));
                            rounds.incrementAndGet();
                            connection.serve();
                        }
                    }
                });
                RunningEngine engine = new RunningEngine(peer.address(), p -> {
                            p.setPassword("hushhush");
                            p.setReconnectMaxDelayMillis(20);
                            p.setUnbindDrainTimeoutMillis(100);
                        })
                        .with(RunningEngine.calling(delivery -> {
                            throw new IllegalStateException("a listener fails");
                        }))) {
            while (rounds.get() == 0) {
                engine.awaitBound(1);
                Object fate = Callers.submit(engine, message);
                assertThat(fate.toString()).doesNotContain("hushhush", "99887766", "secret");
            }
            engine.close();
            assertThat(logged.lines()).anyMatch(line -> line.contains("SMPP-101"));
            assertThat(logged.lines()).anyMatch(line -> line.contains("SMPP-102"));
            assertThat(logged.lines()).anyMatch(line -> line.contains("SMPP-104"));
            assertThat(logged.lines())
                    .allSatisfy(line -> assertThat(line).doesNotContain("hushhush", "99887766", "secret", "12345678"));
        }
    }

    @Test
    void row_27_nothing_but_the_api_and_the_jdk_is_needed_to_run_the_engine() throws Exception {
        URL engine = sourceOf(Engine.class);
        URL api = sourceOf(ShortMessage.class);
        ArchRule rule = classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.net.ssl..",
                        "javax.transaction.xa..",
                        "org.smppra..",
                        "org.jspecify.annotations..");
        rule.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importUrls(List.of(engine, api)));
        // Annotations of JSpecify need not be there.
        try (URLClassLoader alone = new URLClassLoader(new URL[] {engine, api}, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = alone.loadClass(Engine.class.getName());
            assertThat(type).isNotEqualTo(Engine.class);
            ((AutoCloseable) type.getConstructor(String.class).newInstance("alone")).close();
        }
    }

    private static URL sourceOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
