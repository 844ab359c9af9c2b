package org.smppra.it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smppra.it.foreign.SamplePdus;
import org.smppra.it.wire.Dissected.Parameter;
import org.smppra.it.wire.Recorded.Sent;
import org.smppra.message.Tlv;
import org.smppra.message.TlvKey;

/** Compares what was recorded with what the dissector makes of it. */
final class Wire {
    private static final Remarks REMARKS = Remarks.load();

    private Wire() {}

    static List<Dissected> dissect(List<Chunk> chunks) throws Exception {
        Path file = Files.createTempFile("wire", ".pcap");
        try {
            Capture.write(chunks, file);
            return Tshark.read(file);
        } finally {
            Files.delete(file);
        }
    }

    /** Every PDU of every connection, in both directions, in order. @return what was seen */
    static List<Dissected> check(List<Chunk> chunks) throws Exception {
        List<Dissected> all = dissect(chunks);
        int checked = 0;
        for (int connection : chunks.stream().map(Chunk::connection).collect(Collectors.toSet())) {
            for (boolean fromClient : new boolean[] {true, false}) {
                List<Sent> sent = Recorded.of(chunks, connection, fromClient).pdus();
                List<Dissected> seen = all.stream()
                        .filter(pdu -> pdu.connection() == connection && pdu.fromClient() == fromClient)
                        .toList();
                assertThat(seen).hasSameSizeAs(sent);
                for (int i = 0; i < sent.size(); i++) {
                    check(sent.get(i), seen.get(i));
                    checked++;
                }
            }
        }
        assertThat(checked).isEqualTo(all.size()).isPositive();
        return all;
    }

    private static void check(Sent sent, Dissected seen) {
        assertThat(seen.leaves()).isEqualTo(WireFields.of(sent.envelope(), sent.length()));
        List<Tlv> tlvs = new ArrayList<>();
        WireFields.tlvs(sent.envelope()).forEach(tlvs::add);
        int misread = firstMisread(tlvs);
        List<Parameter> expected =
                tlvs.stream().limit(misread).map(Wire::parameter).toList();
        if (misread == tlvs.size()) {
            assertThat(seen.parameters()).isEqualTo(expected);
            assertThat(seen.remarks()).isEmpty();
        } else {
            assertThat(seen.parameters()).hasSizeGreaterThan(misread);
            assertThat(seen.parameters().subList(0, misread)).isEqualTo(expected);
            assertThat(seen.parameters().get(misread).length())
                    .isEqualTo(parameter(tlvs.get(misread)).length());
            assertThat(seen.remarks()).isSubsetOf(Remarks.MALFORMED);
        }
    }

    private static int firstMisread(List<Tlv> tlvs) {
        int at = 0;
        while (at < tlvs.size() && !REMARKS.misread(tlvs.get(at))) {
            at++;
        }
        return at;
    }

    private static Parameter parameter(Tlv tlv) {
        return new Parameter(
                REMARKS.name(tlv, name(tlv)),
                String.format("%04x", tlv.tag()),
                String.format("%04x", tlv.value().length()),
                REMARKS.hidden(tlv) ? "" : tlv.value().toHex());
    }

    private static String name(Tlv tlv) {
        return Stream.concat(SamplePdus.keys().stream(), Stream.of(Tlv.MESSAGE_CLASS))
                .filter(key -> key.tag() == tlv.tag())
                .map(TlvKey::name)
                .findFirst()
                .orElseThrow();
    }
}
