package org.smppra.it.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.smppra.it.engine.ForkedJvm;
import org.smppra.it.engine.RunningEngine;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;
import org.smppra.pdu.UnbindResp;

/** A thousand transceivers of one account, at a simulator that has a heap of 64 MiB. */
@Timeout(240)
class ManyBindsTest {
    private static final int BINDS = 1_000;
    private static final int EACH = 5;

    private final List<RawEsme> esmes = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (RawEsme esme : esmes) {
            esme.close();
        }
    }

    @Test
    void are_bound_and_answered_and_share_the_reports_evenly_and_are_unbound() throws Exception {
        try (ForkedJvm jvm = StrengthProgram.fork("-Xmx64m")) {
            int[] ports = StrengthProgram.ports(jvm);
            long threads = StrengthProgram.ask(jvm, "threads");
            long heap = StrengthProgram.ask(jvm, "heap");

            bind(ports);
            assertThat(StrengthProgram.ask(jvm, "binds")).isEqualTo(BINDS);
            submit();
            List<Envelope> reports = readAnswersAndReports();
            System.out.printf(
                    "%,d binds: %.1f KiB of heap and %.2f threads each%n",
                    BINDS,
                    (StrengthProgram.ask(jvm, "heap") - heap) / 1024.0 / BINDS,
                    (double) (StrengthProgram.ask(jvm, "threads") - threads) / BINDS);
            acknowledge(reports);
            RunningEngine.await(() -> StrengthProgram.ask(jvm, "waiting") == 0);
            assertThat(StrengthProgram.ask(jvm, "dropped")).isZero();

            unbind();
            RunningEngine.await(() -> StrengthProgram.ask(jvm, "connections") == 0);
            RunningEngine.await(() -> StrengthProgram.ask(jvm, "threads") <= threads);
            jvm.endWell();
        }
    }

    /** All have asked before the first answer is read. */
    private void bind(int[] ports) throws IOException {
        for (int i = 0; i < BINDS; i++) {
            RawEsme esme = new RawEsme(ports[i % ports.length]);
            esmes.add(esme);
            esme.write(Envelope.request(1, RawEsme.bind(StrengthProgram.SHOP)));
        }
        for (RawEsme esme : esmes) {
            assertThat(esme.read().status()).isEqualTo(CommandStatus.ESME_ROK);
        }
    }

    private void submit() throws IOException {
        for (RawEsme esme : esmes) {
            for (int i = 0; i < EACH; i++) {
                esme.add(Envelope.request(2 + i, RawEsme.message("hello")));
            }
            esme.flush();
        }
    }

    /** Nothing is acknowledged meanwhile, so that the share of each bind is exact: as many reports as it submitted. */
    private List<Envelope> readAnswersAndReports() throws IOException {
        List<String> answered = new ArrayList<>();
        List<String> reported = new ArrayList<>();
        List<Envelope> reports = new ArrayList<>();
        for (RawEsme esme : esmes) {
            int before = reports.size();
            for (int i = 0; i < 2 * EACH; i++) {
                Envelope envelope = esme.read();
                if (envelope.body() instanceof SubmitSmResp answer) {
                    answered.add(answer.messageId());
                } else if (envelope.body() instanceof DeliverSm report) {
                    reported.add(report.shortMessage().toLatin1().substring("id:".length(), "id:1234567890".length()));
                    reports.add(envelope);
                }
            }
            assertThat(reports).hasSize(before + EACH);
        }
        assertThat(answered).hasSize(BINDS * EACH).doesNotHaveDuplicates();
        assertThat(reported).containsExactlyInAnyOrderElementsOf(answered);
        return reports;
    }

    private void acknowledge(List<Envelope> reports) throws IOException {
        for (int i = 0; i < reports.size(); i++) {
            esmes.get(i / EACH)
                    .write(Envelope.answer(
                            CommandId.DELIVER_SM, reports.get(i).sequenceNumber(), CommandStatus.ESME_ROK));
        }
    }

    private void unbind() throws IOException {
        for (RawEsme esme : esmes) {
            esme.write(Envelope.request(100, new Unbind()));
        }
        for (RawEsme esme : esmes) {
            assertThat(esme.read().body()).isEqualTo(new UnbindResp());
            assertThat(esme.isAtEnd()).isTrue();
            esme.close();
        }
    }
}
