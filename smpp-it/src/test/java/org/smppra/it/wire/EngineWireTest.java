package org.smppra.it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smppra.FlashBy;
import org.smppra.ReceiptWish;
import org.smppra.ShortMessage;
import org.smppra.it.engine.RunningEngine;
import org.smppra.it.foreign.RecordingSink;
import org.smppra.it.foreign.SamplePdus;
import org.smppra.link.LinkCounter;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.TlvKey;
import org.smppra.pdu.CommandId;
import org.smppra.ra.settings.AccountProperties;
import org.smppra.simulator.Simulator;

/** What the engine and the simulator say to each other is to Wireshark what it is to them. */
class EngineWireTest {
    /** Its length and id. */
    private static final String ENQUIRE_LINK_RESP = "0000001080000015";

    private Simulator simulator;
    private Tap tap;

    @BeforeEach
    void start() {
        simulator = Simulator.builder()
                .freePorts()
                .account("shop", "secret")
                .reportDelay(Duration.ZERO)
                .start();
        tap = new Tap(simulator.host("a").port());
    }

    @AfterEach
    void stop() {
        tap.close();
        simulator.close();
    }

    private RunningEngine engine(Consumer<AccountProperties> settings) {
        return new RunningEngine(tap.address(), settings).awaitBound(1);
    }

    private Set<CommandId> commands(boolean fromClient) throws Exception {
        EnumSet<CommandId> commands = EnumSet.noneOf(CommandId.class);
        for (int connection : tap.chunks().stream().map(Chunk::connection).collect(Collectors.toSet())) {
            Recorded.of(tap.chunks(), connection, fromClient)
                    .envelopes()
                    .forEach(envelope -> commands.add(envelope.body().commandId()));
        }
        return commands;
    }

    /** The field of each submit_sm that has it, as the dissector saw it. */
    private static List<String> submitted(List<Dissected> seen, String field) {
        return seen.stream()
                .filter(pdu -> pdu.leaves().contains(new Leaf("command_id", "00000004")))
                .flatMap(pdu -> pdu.leaves().stream())
                .filter(leaf -> leaf.name().equals(field))
                .map(Leaf::hex)
                .toList();
    }

    private static long received(RunningEngine engine) {
        return engine.account().linkCounters().values().stream()
                .mapToLong(host -> host.get(LinkCounter.DELIVERED))
                .sum();
    }

    private static ShortMessage.Builder message() {
        // Two octets, which SMPP 3.4 has.
        return RunningEngine.message("ab").toBuilder();
    }

    @Test
    void every_kind_of_message_is_dissected_as_it_was_meant() throws Exception {
        try (RunningEngine engine = engine(p -> {})) {
            engine.account()
                    .submit(message()
                            .text("5 € @ [x]")
                            .priority(3)
                            .validity(Duration.ofHours(3))
                            .build());
            engine.account()
                    .submit(message().text("Привет").receipt(ReceiptWish.ALL).build());
            engine.account().submit(message().text("now").flash().build());
            engine.account()
                    .submit(message()
                            .text("now")
                            .flash(FlashBy.DEST_ADDR_SUBUNIT)
                            .build());
            engine.account()
                    .submit(ShortMessage.to("4512345678")
                            .from("1204")
                            .binary(new byte[] {1, 2, 0, -1})
                            .userDataHeader(new byte[] {5, 4, 0x15, (byte) 0x81, 0x15, (byte) 0x81})
                            .reference("cd")
                            .messageClass("premium")
                            .receipt(ReceiptWish.NONE)
                            .build());
            engine.account().submit(message().text("0123456789".repeat(100)).build());
            engine.account().submit(message().reference("order-4711").build());
            RunningEngine.await(() -> received(engine) == 7); // one wanted none, one an ENROUTE first
        }
        List<Dissected> seen = Wire.check(tap.chunks());
        assertThat(submitted(seen, "message"))
                .containsExactly(
                        "35201b652000201b3c781b3e",
                        Octets.of("Привет".getBytes(StandardCharsets.UTF_16BE)).toHex(),
                        "6e6f77",
                        "6e6f77",
                        "06050415811581010200ff",
                        "68656c6c6f");
        assertThat(submitted(seen, "data_coding")).containsExactly("00", "08", "f0", "00", "04", "00", "00");
        assertThat(submitted(seen, "esm.submit.msg_mode")).containsExactly("00", "00", "00", "00", "40", "00", "00");
        assertThat(submitted(seen, "regdel.receipt")).containsExactly("01", "11", "01", "01", "00", "01", "01");
        assertThat(submitted(seen, "priority_flag")).containsExactly("03", "00", "00", "00", "00", "00", "00");
        assertThat(submitted(seen, "source_addr_ton")).containsExactly("05", "05", "05", "05", "01", "05", "05");
        // The long reference, in the message and in its receipt.
        assertThat(seen.stream().filter(pdu -> !pdu.remarks().isEmpty())).hasSize(2);
    }

    @Test
    void every_optional_parameter_of_a_message_is_dissected_as_it_was_meant() throws Exception {
        List<TlvKey<?>> keys = SamplePdus.keys().stream()
                .filter(key -> key != Tlv.MESSAGE_PAYLOAD)
                .toList();
        try (RunningEngine engine = engine(p -> p.setProfile("generic"))) {
            for (TlvKey<?> key : keys) {
                engine.account()
                        .submit(ShortMessage.to("4512345678")
                                .text("x")
                                .tlv(key.tag(), SamplePdus.value(key).toByteArray())
                                .build());
            }
        }
        Wire.check(tap.chunks());
        assertThat(simulator.messages())
                .extracting(stored -> stored.submitSm().tlvs().iterator().next().tag())
                .containsExactlyElementsOf(keys.stream().map(TlvKey::tag).toList());
    }

    @Test
    void a_session_from_bind_to_unbind_is_dissected_as_it_was_meant() throws Exception {
        RecordingSink sink = new RecordingSink();
        try (RunningEngine both = engine(p -> p.setEnquireLinkIntervalMillis(100));
                RunningEngine pair = engine(p -> p.setBindType("TRANSMITTER_RECEIVER"))) {
            both.account().addSink(sink);
            pair.account().addSink(sink);
            both.account().submit(message().build());
            simulator.sendMessage(
                    "shop",
                    Address.international("4587654321"),
                    Address.international("451204"),
                    DataCoding.DEFAULT,
                    Octets.ofLatin1("STOP"));
            RunningEngine.await(() -> sink.open() == 2);
            sink.settle(CommandStatus.ESME_ROK);
            RunningEngine.await(() -> simulator.acknowledgements().size() == 2);
            RunningEngine.await(() -> tap.chunks().stream()
                    .anyMatch(chunk -> chunk.octets().toHex().contains(ENQUIRE_LINK_RESP)));
            pair.close();
            simulator.host("a").stop();
        }
        Wire.check(tap.chunks());
        assertThat(commands(true))
                .containsExactlyInAnyOrder(
                        CommandId.BIND_TRANSCEIVER,
                        CommandId.BIND_TRANSMITTER,
                        CommandId.BIND_RECEIVER,
                        CommandId.SUBMIT_SM,
                        CommandId.DELIVER_SM_RESP,
                        CommandId.ENQUIRE_LINK,
                        CommandId.UNBIND,
                        CommandId.UNBIND_RESP);
        assertThat(commands(false))
                .containsExactlyInAnyOrder(
                        CommandId.BIND_TRANSCEIVER_RESP,
                        CommandId.BIND_TRANSMITTER_RESP,
                        CommandId.BIND_RECEIVER_RESP,
                        CommandId.SUBMIT_SM_RESP,
                        CommandId.DELIVER_SM,
                        CommandId.ENQUIRE_LINK_RESP,
                        CommandId.UNBIND_RESP,
                        CommandId.UNBIND);
    }
}
