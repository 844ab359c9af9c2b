package org.smppra.simulator.tool.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.codec.Codec;
import org.smppra.codec.PduOutput;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.pdu.BindTransceiver;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.Envelope;

class PduLogTest {
    @TempDir
    private Path directory;

    private static Octets octets(Envelope... envelopes) {
        PduOutput out = new PduOutput(256);
        for (Envelope envelope : envelopes) {
            Codec.encode(envelope, out);
        }
        return Octets.of(out.toByteArray());
    }

    private static Octets submit() {
        return octets(Envelope.request(7, TestPdus.message("my secret")));
    }

    private List<String> logged(boolean showContent, Octets... sent) throws IOException {
        Path file = directory.resolve("pdu.log");
        try (PduLog log = PduLog.toFile(file, 1 << 20, 2, new Content(showContent))) {
            for (Octets octets : sent) {
                log.sent("a", "127.0.0.1:5", octets);
            }
        }
        return Files.readAllLines(file);
    }

    @Test
    void a_line_names_direction_client_command_status_fields_and_parameters() throws IOException {
        Path file = directory.resolve("pdu.log");
        try (PduLog log = PduLog.toFile(file, 1 << 20, 2, new Content(true))) {
            log.received("b", "127.0.0.1:5", submit());
            log.sent(
                    "b", "127.0.0.1:5", octets(Envelope.answer(CommandId.SUBMIT_SM, 7, CommandStatus.ESME_RTHROTTLED)));
        }
        assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        in -> assertThat(in)
                                .contains(" b in  127.0.0.1:5 submit_sm seq=7 ")
                                .contains("source_addr=5/0/Shop destination_addr=1/1/4512345678 esm_class=0x00")
                                .contains("registered_delivery=0x01")
                                .contains("short_message=\"my secret\"")
                                .endsWith("tlvs=[user_message_reference=\"order-1\" source_port=5000]"),
                        out -> assertThat(out)
                                .contains(" b out 127.0.0.1:5 submit_sm_resp seq=7 ESME_RTHROTTLED (0x58)"));
    }

    @Test
    void numbers_texts_and_references_are_hidden_by_default() throws IOException {
        assertThat(logged(false, submit())).singleElement().satisfies(line -> assertThat(line)
                .contains("destination_addr=1/1/********78", "short_message=(9 octets)", "source_port=5000")
                .doesNotContain("4512345678", "my secret", "order-1"));
    }

    @Test
    void a_report_is_readable_but_for_the_reference() throws IOException {
        Octets report = octets(Envelope.request(1, TestPdus.report("id:1 stat:DELIVRD err:000 text:order-1")));
        assertThat(logged(false, report)).singleElement().satisfies(line -> assertThat(line)
                .contains("short_message=\"id:1 stat:DELIVRD err:000\"")
                .doesNotContain("order-1"));
    }

    @Test
    void a_password_is_never_shown() throws IOException {
        Octets bind = octets(Envelope.request(1, new BindTransceiver("shop", "s3cret", "", 0x34, 0, 0, "45*")));
        assertThat(logged(true, bind)).singleElement().satisfies(line -> assertThat(line)
                .contains("system_id=\"shop\" password=\"***\"", "interface_version=0x34", "address_range=\"45*\"")
                .doesNotContain("s3cret"));
    }

    @Test
    void each_pdu_of_one_write_has_its_line_and_what_is_none_is_told() throws IOException {
        Octets two = octets(
                Envelope.answer(CommandId.ENQUIRE_LINK, 1, CommandStatus.ESME_ROK),
                Envelope.answer(CommandId.ENQUIRE_LINK, 2, CommandStatus.ESME_ROK));
        Octets garbage = Octets.ofHex("000000100000ffff000000000000000900000003");
        assertThat(logged(false, two, garbage))
                .satisfiesExactly(
                        first -> assertThat(first).contains("enquire_link_resp seq=1"),
                        second -> assertThat(second).contains("enquire_link_resp seq=2"),
                        unknown -> assertThat(unknown).contains("command_id=0x0000FFFF seq=9 unreadable"),
                        rest -> assertThat(rest).contains("no PDU: 4 octets"));
    }

    @Test
    void no_octets_at_all_end_the_log() throws IOException {
        Random random = new Random(4);
        List<Octets> all = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            byte[] octets = new byte[random.nextInt(100)];
            random.nextBytes(octets);
            if (octets.length > 16) {
                // A length that fits, so that the rest is looked at.
                octets[0] = 0;
                octets[1] = 0;
                octets[2] = 0;
                octets[3] = (byte) octets.length;
                octets[4] = (byte) (octets[4] & 0x80);
                octets[5] = 0;
                octets[6] = 0;
                octets[7] = (byte) (octets[7] & 0x0F);
            }
            all.add(Octets.of(octets));
        }
        all.add(submit());
        assertThat(logged(true, all.toArray(new Octets[0]))).last().asString().contains("submit_sm seq=7");
    }

    @Test
    void files_turn_over_and_never_grow_beyond_their_size() throws IOException {
        Path file = directory.resolve("pdu.log");
        try (PduLog log = PduLog.toFile(file, 4_000, 3, new Content(false))) {
            for (int i = 0; i < 200; i++) {
                log.received("a", "127.0.0.1:5", octets(Envelope.request(i + 1, TestPdus.message("x"))));
            }
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("pdu.log", "pdu.log.1", "pdu.log.2");
        }
        for (String name : new String[] {"pdu.log", "pdu.log.1", "pdu.log.2"}) {
            assertThat(Files.size(directory.resolve(name))).isBetween(1L, 4_000L);
        }
        List<String> newest = Files.readAllLines(file);
        assertThat(newest.get(newest.size() - 1)).contains("seq=200 ");
        assertThat(Files.readAllLines(directory.resolve("pdu.log.1"))).noneMatch(line -> line.contains("seq=200 "));
    }

    @Test
    void a_disk_that_cannot_follow_costs_lines_and_nothing_else() throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        List<String> written = new ArrayList<>();
        PduLog log = new PduLog(new Content(false), new PduLog.Sink() {
            @Override
            public void write(String line) throws IOException {
                try {
                    disk.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                written.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        Octets large = Octets.of(new byte[60_000]);
        for (int i = 0; i < 2_000; i++) {
            log.sent("a", "127.0.0.1:5", large);
        }
        disk.countDown();
        log.close();
        assertThat(written.size()).isBetween(200, 1_000);
        assertThat(written).anyMatch(line -> line.contains("entries were left out"));
    }
}
