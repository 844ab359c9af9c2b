package org.smppra.fuzz;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smppra.codec.Codec;
import org.smppra.codec.Frames;
import org.smppra.codec.PduOutput;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;

/** What fuzzing begins with: PDUs and receipts that other stacks and providers published. */
public final class Seeds {
    private static final int DELIVER_SM = 5;

    private Seeds() {}

    /** Whole PDUs, a few of them malformed. */
    public static Stream<byte[]> pdus() {
        try (JsonReader reader = Json.createReader(resource("/org/smppra/codec/pdu-vectors.json"))) {
            return reader.readObject().getJsonArray("vectors").getValuesAs(JsonObject.class).stream()
                    .map(vector -> hex(vector.getString("hex")));
        }
    }

    /** All PDUs in one row, and each alone. */
    public static Stream<byte[]> streams() {
        String row = pdus().map(pdu -> Octets.of(pdu).toHex()).collect(Collectors.joining());
        return Stream.concat(Stream.of(hex(row)), pdus());
    }

    /** The texts of receipts. */
    public static Stream<byte[]> receipts() {
        return new String(octets("receipts.txt"), StandardCharsets.ISO_8859_1)
                .lines()
                .map(line -> line.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What stands behind the header of a deliver_sm. */
    public static Stream<byte[]> deliverBodies() {
        return Stream.concat(
                        pdus().filter(pdu -> pdu[7] == DELIVER_SM), receipts().map(Seeds::deliver))
                .map(pdu -> Octets.of(pdu, Frames.HEADER, pdu.length).toByteArray());
    }

    private static byte[] deliver(byte[] text) {
        Tlvs tlvs = Tlvs.empty()
                .with(Tlv.RECEIPTED_MESSAGE_ID, "1390125333")
                .with(Tlv.MESSAGE_STATE, 2)
                .with(Tlv.USER_MESSAGE_REFERENCE, Octets.ofLatin1("01K4ZX7M9Q0000000001"));
        Address from = Address.international("4512345678");
        Address to = Address.alphanumeric("Shop");
        DeliverSm body = new DeliverSm("", from, to, 4, 0, 0, "", "", 0, 0, 0, 0, Octets.of(text), tlvs);
        PduOutput out = new PduOutput(512);
        Codec.encode(Envelope.request(1, body), out);
        return out.toByteArray();
    }

    private static byte[] hex(String digits) {
        return Octets.ofHex(digits).toByteArray();
    }

    private static byte[] octets(String name) {
        try (InputStream in = resource(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Seeds.class.getResourceAsStream(name), name);
    }
}
