package org.smppra.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smppra.it.engine.RunningEngine;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.SubmitSm;
import org.smppra.simulator.SimulatorExtension;

/** The simulator's bad days are to somebody else's clients what they are meant to be. */
class BadDaysOfForeignEsmeTest {
    private static final SubmitSm MESSAGE = Messages.submit("4512345678", Octets.ofLatin1("hello"), Tlvs.empty());

    @RegisterExtension
    final SimulatorExtension gateway = SimulatorExtension.of(builder -> builder.account("shop", "secret"));

    private ForeignEsme transceiver(ForeignLibrary library) throws Exception {
        return library.esme(CommandId.BIND_TRANSCEIVER, gateway.host("a").address(), "secret");
    }

    private void on(String behaviour) {
        gateway.simulator().behaviours().switchOn(behaviour);
    }

    private static void assertRefused(ForeignEsme esme, CommandStatus status) {
        assertThatThrownBy(() -> esme.submit(MESSAGE))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.status()).isEqualTo(status));
    }

    @ParameterizedTest
    @EnumSource
    void throttling_above_a_rate_is_seen_and_ends_with_the_second(ForeignLibrary library) throws Exception {
        try (ForeignEsme esme = transceiver(library)) {
            on("answer-status status=0x58 above=3");
            int accepted = 0;
            int throttled = 0;
            while (throttled == 0) {
                try {
                    esme.submit(MESSAGE);
                    accepted++;
                } catch (RefusedException e) {
                    assertThat(e.status()).isEqualTo(CommandStatus.ESME_RTHROTTLED);
                    throttled++;
                }
            }
            assertThat(accepted).isGreaterThanOrEqualTo(3);
            assertThat(gateway.simulator().messageCount()).isEqualTo(accepted);
            // Of another second it is taken again.
            RunningEngine.await(() -> isTaken(esme));
        }
    }

    private static boolean isTaken(ForeignEsme esme) {
        try {
            esme.submit(MESSAGE);
            return true;
        } catch (RefusedException e) {
            return false;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_full_queue_is_seen_for_as_many_as_it_lasts(ForeignLibrary library) throws Exception {
        try (ForeignEsme esme = transceiver(library)) {
            on("answer-status status=0x14 count=2");
            assertRefused(esme, CommandStatus.ESME_RMSGQFUL);
            assertRefused(esme, CommandStatus.ESME_RMSGQFUL);
            assertThat(esme.submit(MESSAGE)).isNotEmpty();
            assertThat(gateway.simulator().messageCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_error_with_a_body_and_a_stream_in_single_octets_are_read(ForeignLibrary library) throws Exception {
        try (ForeignEsme esme = transceiver(library)) {
            on("split");
            on("answer-status status=0x45 body=yes count=1");
            assertRefused(esme, CommandStatus.ESME_RSUBMITFAIL);
            assertThat(esme.submit(MESSAGE)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reset_in_the_middle_of_an_answer_fails_the_call(ForeignLibrary library) throws Exception {
        try (ForeignEsme esme = transceiver(library)) {
            on("reset command=submit_sm");
            assertThatThrownBy(() -> esme.submit(MESSAGE)).isNotInstanceOf(RefusedException.class);
            assertThat(gateway.simulator().messageCount()).isEqualTo(1);
        }
    }
}
