package org.smppra.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.smppra.it.transactions.Steps.notSupported;
import static org.smppra.it.transactions.Steps.submit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.SubmitSm;

/** What an application asks for is what stands on the wire, octet by octet, whatever way it goes. */
class OnTheWireIT {
    @RegisterExtension
    static final TransactionServer SERVER = new TransactionServer();

    private static final List<String> FACTORIES = List.of("outbox", "onCommit", "direct");
    private static final String REFERENCE = "order 17/3 \u00e6\u00f8\u00e5 and more than twenty";

    /** All values that an octet can have, as many as fit in one message. */
    private static final String ANY_OCTETS = octets(0, 140);

    private static final String MANY_OCTETS = octets(7, 255);

    private record Wish(String name, JsonObjectBuilder message, int dataCoding, String shortMessage, Tlvs tlvs) {
        SubmitSm expected() {
            return new SubmitSm(
                    "",
                    Address.of(5, 0, "Shop"),
                    Address.of(1, 1, "4512345678"),
                    0,
                    0,
                    0,
                    "",
                    "",
                    0,
                    0,
                    dataCoding,
                    0,
                    Octets.ofHex(shortMessage),
                    tlvs);
        }
    }

    private static Stream<Wish> wishes() {
        List<Wish> wishes = new ArrayList<>(List.of(
                wish("GSM 03.38", text("H\u00e9 @\u20ac"), 0, "480520001B65"),
                wish("Latin 1", text("bl\u00e5").add("dataCoding", 3), 3, "626CE5"),
                wish("binary", binary("0001FF7F80"), 4, "0001FF7F80"),
                wish("UCS2", text("\u041f\u0440 \ud83d\ude00"), 8, "041F04400020D83DDE00"),
                wish("UCS2 flash", text("\u041f").add("flash", "DATA_CODING"), 24, "041F"),
                wish("GSM flash", text("now").add("flash", "DATA_CODING"), 240, "6E6F77"),
                wish(
                        "dest_addr_subunit of flash",
                        text("now").add("flash", "DEST_ADDR_SUBUNIT"),
                        0,
                        "6E6F77",
                        flashThenReference()),
                wish(
                        "dest_addr_subunit by hand",
                        text("now").add("tlvs", Json.createObjectBuilder().add("0x0005", "03")),
                        0,
                        "6E6F77",
                        reference().with(Tlv.DEST_ADDR_SUBUNIT, 3)),
                wish(
                        "message_class",
                        text("now").add("messageClass", "premium"),
                        0,
                        "6E6F77",
                        reference().with(Tlv.MESSAGE_CLASS, Octets.ofLatin1("premium"))),
                wish(
                        "message_class by hand",
                        text("now").add("tlvs", Json.createObjectBuilder().add("0x2900", "00FF80")),
                        0,
                        "6E6F77",
                        reference().with(Tlv.MESSAGE_CLASS, Octets.ofHex("00FF80"))),
                wish(
                        "message_payload",
                        binary(MANY_OCTETS),
                        4,
                        "",
                        reference().with(Tlv.MESSAGE_PAYLOAD, Octets.ofHex(MANY_OCTETS)))));
        for (int dataCoding : new int[] {0, 3, 4, 8, 24, 240}) {
            wishes.add(wish(
                    "any octets in data coding " + dataCoding,
                    binary(ANY_OCTETS).add("dataCoding", dataCoding),
                    dataCoding,
                    ANY_OCTETS));
        }
        return wishes.stream();
    }

    private static Stream<Arguments> namedWishes() {
        return wishes().map(wish -> Arguments.of(wish.name(), wish));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("namedWishes")
    void arrives_octet_by_octet(String name, Wish wish) throws Exception {
        SERVER.awaitBound();
        JsonObject message = wish.message().add("reference", REFERENCE).build();
        for (String factory : FACTORIES) {
            Done done = SERVER.application().run(notSupported(submit(factory, message)));
            assertThat(done.isFine()).as(done.toString()).isTrue();
        }

        SERVER.awaitSent(FACTORIES.size());
        assertThat(SERVER.simulator().messages())
                .hasSize(FACTORIES.size())
                .allSatisfy(stored -> assertThat(stored.submitSm()).isEqualTo(wish.expected()));
    }

    private static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("recipient", text("x").add("to", Message.address(2, 1, "4512345678"))),
                refusal("recipient", text("x").add("to", Message.address(5, 0, "Shop"))),
                refusal("recipient", text("x").add("to", Message.address(1, 1, "45 12"))),
                refusal("recipient", text("x").add("to", Message.address(1, 1, "1234567890123456"))),
                refusal("from", text("x").add("from", Message.address(5, 0, "twelve chars"))),
                refusal("dataCoding", binary("00").add("dataCoding", 1)),
                refusal("dataCoding", binary("00").add("dataCoding", 2)),
                refusal("dataCoding", binary("00").add("dataCoding", 245)),
                refusal("dataCoding", text("x").add("dataCoding", 4)),
                refusal("text", text("\u041f").add("dataCoding", 0)),
                refusal("flash", text("x").add("dataCoding", 3).add("flash", "DATA_CODING")),
                refusal("priority", text("x").add("priority", 4)),
                refusal("messageClass", text("x").add("messageClass", "")),
                refusal("maxParts", text("x".repeat(161)).add("maxParts", 1)),
                refusal("reference", text("x").add("reference", "r".repeat(256))),
                refusal("reference", text("x").add("reference", "\u041f")),
                refusal("tlvs", text("x").add("tlvs", Json.createObjectBuilder().add("0x0204", "41"))),
                refusal("tlvs", text("x").add("tlvs", Json.createObjectBuilder().add("0x0424", "41"))),
                refusal("tlvs", text("x").add("tlvs", Json.createObjectBuilder().add("0x0005", "0101"))),
                refusal("tlvs", text("x").add("tlvs", Json.createObjectBuilder().add("0x020A", "0001"))),
                refusal("tlvs", text("x").add("tlvs", Json.createObjectBuilder().add("0x1400", "00"))));
    }

    /** A time of delivery cannot even be asked for. */
    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void what_the_provider_does_not_have_is_refused_with_the_fields_name(String field, JsonObject message)
            throws Exception {
        SERVER.awaitBound();
        for (String factory : FACTORIES) {
            Done done = SERVER.application().run(notSupported(submit(factory, message)));

            assertThat(done.isFine()).as(factory).isFalse();
            assertThat(done.thrown().type()).isEqualTo("InvalidMessageException");
            assertThat(done.thrown().field()).isEqualTo(field);
        }
        assertThat(SERVER.sentAfterAll(0)).isEmpty();
    }

    private static Arguments refusal(String field, JsonObjectBuilder message) {
        return Arguments.of(field, message.build());
    }

    private static Wish wish(String name, JsonObjectBuilder message, int dataCoding, String shortMessage) {
        return wish(name, message, dataCoding, shortMessage, reference());
    }

    private static Wish wish(String name, JsonObjectBuilder message, int dataCoding, String shortMessage, Tlvs tlvs) {
        return new Wish(name, message, dataCoding, shortMessage, tlvs);
    }

    private static Tlvs reference() {
        return Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1(REFERENCE));
    }

    private static Tlvs flashThenReference() {
        return Tlvs.empty().with(Tlv.DEST_ADDR_SUBUNIT, 1).with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1(REFERENCE));
    }

    private static JsonObjectBuilder text(String text) {
        return Message.bare().add("receipt", "NONE").add("text", text);
    }

    private static JsonObjectBuilder binary(String hex) {
        return Message.bare().add("receipt", "NONE").add("binary", hex);
    }

    private static String octets(int first, int count) {
        byte[] octets = new byte[count];
        for (int i = 0; i < count; i++) {
            octets[i] = (byte) (first + i * 2 + i / 128);
        }
        return Octets.of(octets).toHex();
    }
}
