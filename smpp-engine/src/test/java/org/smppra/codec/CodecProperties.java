package org.smppra.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.codec.PduSamples.decode;
import static org.smppra.codec.PduSamples.encode;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.Pdu;

class CodecProperties {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** What a refusal and its text take, far below what a length can announce. */
    private static final long REFUSAL = 4_000;
    /** SMPP 3.4 sections 4.1 and 4.4.2. */
    private static final Set<CommandId> ERROR_HAS_NO_BODY = Set.of(
            CommandId.BIND_RECEIVER_RESP,
            CommandId.BIND_TRANSMITTER_RESP,
            CommandId.BIND_TRANSCEIVER_RESP,
            CommandId.SUBMIT_SM_RESP);

    @Provide
    Arbitrary<Pdu> pdus() {
        return PduArbitraries.any();
    }

    @Provide
    Arbitrary<CommandStatus> errors() {
        return PduArbitraries.status().filter(status -> !status.isOk());
    }

    @Property(tries = 500)
    void reads_back_any_pdu(@ForAll("pdus") Pdu body, @ForAll int sequenceNumber) throws PduException {
        Envelope envelope = Envelope.request(sequenceNumber, body);
        assertThat(decode(encode(envelope))).isEqualTo(envelope);
    }

    @Property(tries = 300)
    void an_error_is_without_a_body_where_the_specification_says_so(
            @ForAll("pdus") Pdu body, @ForAll("errors") CommandStatus status) throws PduException {
        Envelope envelope = new Envelope(status, 1, body);
        byte[] octets = encode(envelope);
        if (ERROR_HAS_NO_BODY.contains(body.commandId())) {
            assertThat(octets).hasSize(Frames.HEADER);
            assertThat(decode(octets).status()).isEqualTo(status);
        } else {
            assertThat(decode(octets)).isEqualTo(envelope);
        }
    }

    @Property(tries = 300)
    void a_pdu_stands_anywhere_in_a_buffer(@ForAll("pdus") Pdu body, @ForAll byte[] before, @ForAll byte[] after)
            throws PduException {
        byte[] octets = encode(Envelope.request(1, body));
        byte[] buffer = new byte[before.length + octets.length + after.length];
        System.arraycopy(before, 0, buffer, 0, before.length);
        System.arraycopy(octets, 0, buffer, before.length, octets.length);
        System.arraycopy(after, 0, buffer, before.length + octets.length, after.length);
        assertThat(Codec.decode(buffer, before.length, octets.length).body()).isEqualTo(body);
    }

    /** Any octets, and what comes near a PDU: few values, so that flags, counts and lengths are often right. */
    @Provide
    Arbitrary<byte[]> noise() {
        Arbitrary<Byte> small = Arbitraries.bytes().between((byte) 0, (byte) 4);
        return Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(2000),
                Arbitraries.frequencyOf(Tuple.of(5, small), Tuple.of(1, Arbitraries.bytes()))
                        .array(byte[].class)
                        .ofMaxSize(400));
    }

    /** The second reading is measured: the first one loads classes. */
    @Property(tries = 3000)
    void any_octets_are_a_pdu_or_a_typed_refusal(@ForAll CommandId command, @ForAll("noise") byte[] noise) {
        byte[] octets = frame(command, noise);
        boolean first = isRead(octets, command);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        boolean second = isRead(octets, command);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(second).isEqualTo(first);
        assertThat(allocated).isLessThan(REFUSAL + 40L * octets.length);
    }

    private static boolean isRead(byte[] octets, CommandId command) {
        try {
            return decode(octets).body().commandId() == command;
        } catch (PduException e) {
            if (e.commandId() != command.value()
                    || e.sequenceNumber() != 42
                    || e.status().isOk()) {
                throw new AssertionError("refused as another PDU", e);
            }
            return false;
        }
    }

    private static byte[] frame(CommandId command, byte[] body) {
        byte[] octets = new byte[Frames.HEADER + body.length];
        PduOutput out = new PduOutput(Frames.HEADER);
        for (int word : new int[] {octets.length, command.value(), 0, 42}) {
            out.int32(word);
        }
        System.arraycopy(out.toByteArray(), 0, octets, 0, Frames.HEADER);
        System.arraycopy(body, 0, octets, Frames.HEADER, body.length);
        return octets;
    }
}
