package org.smppra.it.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.smppra.it.engine.ForkedJvm;
import org.smppra.it.engine.RunningEngine;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSmResp;

/** Very many clients that never bind and say as much as they can, at a simulator that has a heap of 64 MiB. */
@Timeout(240)
class BadClientsTest {
    private static final int BAD = 2_000;
    private static final int LONGEST_BEFORE_BIND = 4 * 1024;
    /** What one of them may keep: its octets, and room for the answers. */
    private static final long EACH = 16 * 1024;

    private final List<RawEsme> bad = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (RawEsme client : bad) {
            client.close();
        }
    }

    /** A PDU without its last octet. */
    private static byte[] unfinished(int length) {
        return ByteBuffer.allocate(length - 1).putInt(length).putInt(CommandId.SUBMIT_SM.value()).array();
    }

    @Test
    void cost_a_bounded_piece_of_memory_each_and_stop_no_bind() throws Exception {
        try (ForkedJvm jvm = StrengthProgram.fork("-Xmx64m");
                RawEsme good = bound(StrengthProgram.ports(jvm))) {
            long before = StrengthProgram.ask(jvm, "heap");
            for (int i = 0; i < BAD; i++) {
                RawEsme client = new RawEsme(ports[i % ports.length]);
                bad.add(client);
                client.write(unfinished(LONGEST_BEFORE_BIND));
                if (i % 100 == 0) {
                    submits(good);
                }
            }
            RunningEngine.await(() -> StrengthProgram.ask(jvm, "connections") == BAD + 1);
            long each = (StrengthProgram.ask(jvm, "heap") - before) / BAD;
            System.out.printf("%,d clients without a bind: %,d octets of heap each%n", BAD, each);
            assertThat(each).isLessThan(EACH);

            turnedAway();
            submits(good);
            jvm.endWell();
        }
    }

    @Test
    void that_announce_more_than_a_bind_can_need_are_answered_and_closed() throws Exception {
        try (ForkedJvm jvm = StrengthProgram.fork("-Xmx64m");
                RawEsme good = bound(StrengthProgram.ports(jvm))) {
            for (int i = 0; i < BAD; i++) {
                try (RawEsme client = new RawEsme(ports[i % ports.length])) {
                    client.write(unfinished(LONGEST_BEFORE_BIND + 1));
                    assertThat(client.read())
                            .isEqualTo(Envelope.answer(CommandId.GENERIC_NACK, 0, CommandStatus.ESME_RINVCMDLEN));
                }
            }
            submits(good);
            jvm.endWell();
        }
    }

    private int[] ports;

    private RawEsme bound(int[] both) throws IOException {
        ports = both;
        RawEsme esme = new RawEsme(ports[0]);
        esme.write(Envelope.request(1, RawEsme.bind(StrengthProgram.SHOP)));
        assertThat(esme.read().status()).isEqualTo(CommandStatus.ESME_ROK);
        return esme;
    }

    /** Those that are too many for the heap find no room and are closed at once. */
    private void turnedAway() throws IOException {
        for (int i = 0; i < 200; i++) {
            bad.add(new RawEsme(ports[i % ports.length]));
        }
        try {
            assertThat(bad.get(bad.size() - 1).isAtEnd()).isTrue();
        } catch (SocketException e) {
            // Reset: as good.
        }
    }

    private static void submits(RawEsme esme) throws IOException {
        esme.write(Envelope.request(2, RawEsme.message("hello")));
        Envelope answer = esme.read();
        while (!(answer.body() instanceof SubmitSmResp)) {
            answer = esme.read();
        }
        assertThat(answer.status()).isEqualTo(CommandStatus.ESME_ROK);
    }
}
