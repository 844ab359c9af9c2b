package org.smppra.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smppra.ra.container.ServedAdapter.message;

import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smppra.Outcome;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.Submission;
import org.smppra.SubmitResult;
import org.smppra.SubmitResultListener;
import org.smppra.ra.container.Gate;
import org.smppra.ra.container.ServedAdapter;
import org.smppra.ra.inbound.SmppActivationSpec;

/** Results of stored submissions reach a message-driven bean, and stay until one committed them. */
class SubmitResultsTest {
    @TempDir
    private Path directory;

    private final ScriptedEndpoint endpoint = new ScriptedEndpoint();
    private final SmppActivationSpec spec = new SmppActivationSpec();
    private ServedAdapter server;

    @BeforeEach
    void start() throws Exception {
        server = new ServedAdapter(directory);
        StartedAdapter.start(server.adapter(), endpoint);
        endpoint.type = SubmitResultListener.class;
        spec.setRedeliveryDelayMillis(1);
        spec.setMaxConcurrency(1);
    }

    @AfterEach
    void stop() {
        server.close();
        assertThat(endpoint.open).hasValue(0);
    }

    private String submit(String text) throws Exception {
        SmppConnectionFactory smpp =
                (SmppConnectionFactory) server.factory("OUTBOX").createConnectionFactory();
        try (SmppConnection connection = smpp.getConnection()) {
            Submission submission = connection.submit(message(text));
            assertThat(submission.result()).isEmpty();
            return submission.submissionId();
        }
    }

    private void awaitResults(int count) {
        server.await(count + " results", () -> endpoint.results.size() >= count);
    }

    private void awaitNoneKept() throws Exception {
        var outbox = server.adapter().account("default").orElseThrow().outbox();
        server.adapter().endpointDeactivation(endpoint, spec);
        assertThat(outbox.takeResults(10)).isEmpty();
    }

    @Test
    void item_24_a_result_comes_with_the_message_id_on_a_thread_of_the_server_under_its_transaction() throws Exception {
        server.adapter().endpointActivation(endpoint, spec);
        String submissionId = submit("hello");
        awaitResults(1);
        SubmitResult result = endpoint.results.get(0);
        assertThat(result.submissionId()).isEqualTo(submissionId);
        assertThat(result.account()).isEqualTo("default");
        assertThat(result.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(result.messageId().value())
                .isEqualTo(server.simulator().messages().get(0).messageId());
        assertThat(endpoint.callers).containsExactly("work"); // never a thread of ours
        awaitNoneKept();
    }

    @ParameterizedTest
    @EnumSource(value = ScriptedEndpoint.End.class, mode = EnumSource.Mode.EXCLUDE, names = "COMMIT")
    void what_did_not_commit_is_delivered_again(ScriptedEndpoint.End end) throws Exception {
        endpoint.script.add(end);
        endpoint.script.add(end);
        server.adapter().endpointActivation(endpoint, spec);
        submit("hello");
        awaitResults(3);
        assertThat(endpoint.results)
                .extracting(SubmitResult::submissionId)
                .containsOnly(endpoint.results.get(0).submissionId());
        awaitNoneKept();
    }

    @Test
    void what_no_listener_took_is_there_after_a_restart() throws Exception {
        String submissionId = submit("early");
        server.awaitTexts("early");
        server.stop();
        SmppResourceAdapter again = server.configured();
        StartedAdapter.start(again, endpoint);
        try {
            again.endpointActivation(endpoint, spec);
            awaitResults(1);
            assertThat(endpoint.results.get(0).submissionId()).isEqualTo(submissionId);
        } finally {
            again.stop();
        }
    }

    @Test
    void what_failed_in_all_attempts_is_kept_and_goes_to_the_next_activation() throws Exception {
        spec.setMaxRedeliveries(1);
        for (int i = 0; i < 2; i++) {
            endpoint.script.add(ScriptedEndpoint.End.LISTENER_FAILS);
        }
        server.adapter().endpointActivation(endpoint, spec);
        submit("hello");
        awaitResults(2);
        server.stop();
        SmppResourceAdapter again = server.configured();
        StartedAdapter.start(again, endpoint);
        try {
            again.endpointActivation(endpoint, spec);
            awaitResults(3);
        } finally {
            again.stop();
        }
    }

    @Test
    void several_activations_compete_and_each_result_goes_to_one() throws Exception {
        ScriptedEndpoint other = new ScriptedEndpoint();
        other.type = SubmitResultListener.class;
        SmppActivationSpec others = new SmppActivationSpec();
        others.setMaxConcurrency(1);
        CountDownLatch bothBusy = new CountDownLatch(2);
        Runnable meet = () -> {
            bothBusy.countDown();
            try {
                bothBusy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        endpoint.inListener = meet;
        other.inListener = meet;
        server.adapter().endpointActivation(endpoint, spec);
        server.adapter().endpointActivation(other, others);
        for (int i = 0; i < 20; i++) {
            submit("m" + i);
        }
        server.await("all results", () -> endpoint.results.size() + other.results.size() == 20);
        Set<String> ids = new HashSet<>();
        endpoint.results.forEach(result -> ids.add(result.submissionId()));
        other.results.forEach(result -> ids.add(result.submissionId()));
        assertThat(ids).hasSize(20);
        assertThat(endpoint.results).isNotEmpty();
        assertThat(other.results).isNotEmpty();
        server.adapter().endpointDeactivation(other, others);
        submit("last");
        server.await("the last one", () -> endpoint.results.size() + other.results.size() == 21);
    }

    /** As when an application with other settings takes the place of one that is just ending. */
    @Test
    void the_end_of_one_bean_leaves_another_of_the_same_account_set_otherwise_its_results() throws Exception {
        ScriptedEndpoint newer = new ScriptedEndpoint();
        newer.type = SubmitResultListener.class;
        SmppActivationSpec otherwise = new SmppActivationSpec();
        otherwise.setResourceAdapter(server.adapter());
        otherwise.setHosts(server.adapter().getHosts());
        otherwise.setWindowSize(3);
        server.adapter().endpointActivation(endpoint, spec);
        submit("one");
        awaitResults(1);
        server.adapter().endpointActivation(newer, otherwise);
        server.adapter().endpointDeactivation(endpoint, spec);
        submit("two");
        server.await("the newer bean's", () -> newer.results.size() == 1);
        assertThat(server.adapter().accounts()).hasSize(2);
    }

    @Test
    void no_bean_gets_more_than_it_has_room_for_however_little_it_has_to_do() throws Exception {
        ScriptedEndpoint wide = new ScriptedEndpoint();
        wide.type = SubmitResultListener.class;
        SmppActivationSpec wideSpec = new SmppActivationSpec();
        wideSpec.setMaxConcurrency(10);
        Gate narrowGate = new Gate();
        Gate wideGate = new Gate();
        endpoint.inListener = narrowGate::pass;
        wide.inListener = wideGate::pass;
        server.adapter().endpointActivation(endpoint, spec);
        server.adapter().endpointActivation(wide, wideSpec);
        for (int i = 0; i < 40; i++) {
            submit("m" + i);
        }
        server.await("all busy", () -> narrowGate.waiting() == 1 && wideGate.waiting() == 10);
        wideGate.open();
        server.await("all but what the narrow one holds", () -> wide.results.size() >= 38);
        narrowGate.open();
        server.await("all", () -> endpoint.results.size() + wide.results.size() == 40);
        assertThat(endpoint.results).hasSizeBetween(1, 2);
    }

    @Test
    void a_deactivation_hands_back_what_waits_for_the_bean() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        endpoint.inListener = () -> {
            busy.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        server.adapter().endpointActivation(endpoint, spec);
        submit("one");
        submit("two");
        busy.await();
        Thread deactivating = new Thread(() -> server.adapter().endpointDeactivation(endpoint, spec));
        deactivating.start();
        server.await("sent", () -> server.texts().size() == 2);
        server.await("it waits for the bean", () -> deactivating.getState() == Thread.State.TIMED_WAITING);
        go.countDown();
        deactivating.join();
        int before = endpoint.results.size();
        server.adapter().endpointActivation(endpoint, spec);
        server.await("the others", () -> endpoint.results.size() >= 2);
        assertThat(before).isEqualTo(1);
        assertThat(List.copyOf(endpoint.results))
                .extracting(SubmitResult::submissionId)
                .doesNotHaveDuplicates();
    }

    @Test
    void without_an_outbox_there_is_nothing_to_listen_for() throws Exception {
        server.stop();
        SmppResourceAdapter none = server.configured();
        none.setOutboxDirectory(null);
        StartedAdapter.start(none, endpoint);
        try {
            assertThatThrownBy(() -> none.endpointActivation(endpoint, spec))
                    .isInstanceOf(NotSupportedException.class)
                    .hasMessageStartingWith("outboxDirectory: not set");
        } finally {
            none.stop();
        }
    }

    @Test
    void without_an_outbox_nothing_received_can_be_stored() throws Exception {
        server.stop();
        SmppResourceAdapter none = server.configured();
        none.setOutboxDirectory(null);
        none.setAcknowledge("STORED");
        assertThatThrownBy(() -> StartedAdapter.start(none, endpoint))
                .isInstanceOf(ResourceAdapterInternalException.class)
                .hasMessageStartingWith("acknowledge: STORED")
                .hasMessageContaining("outboxDirectory");
        none.setAcknowledge(null);
        StartedAdapter.start(none, endpoint);
        try {
            SmppActivationSpec stored = new SmppActivationSpec();
            stored.setAcknowledge("STORED");
            assertThatThrownBy(() -> none.endpointActivation(endpoint, stored))
                    .isInstanceOf(NotSupportedException.class)
                    .hasMessageStartingWith("acknowledge: STORED");
        } finally {
            none.stop();
        }
    }
}
