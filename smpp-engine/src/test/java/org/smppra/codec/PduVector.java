package org.smppra.codec;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.smppra.message.Octets;

/** A PDU that another stack's tests publish, and what it is said to hold. */
record PduVector(String id, Octets octets, boolean valid, Map<String, String> fields) {

    static List<PduVector> all() {
        InputStream resource =
                Objects.requireNonNull(PduVector.class.getResourceAsStream("pdu-vectors.json"), "pdu-vectors.json");
        try (JsonReader reader = Json.createReader(resource)) {
            return reader.readObject().getJsonArray("vectors").getValuesAs(PduVector::of);
        }
    }

    static List<PduVector> allValid() {
        return all().stream().filter(vector -> vector.valid).toList();
    }

    static PduVector malformed(String id) {
        return all().stream()
                .filter(vector -> !vector.valid && vector.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static PduVector of(JsonValue value) {
        JsonObject vector = value.asJsonObject();
        Map<String, String> fields = new TreeMap<>();
        if (vector.containsKey("fields")) {
            vector.getJsonObject("fields").forEach((name, field) -> fields.put(name, text(field)));
        }
        return new PduVector(
                vector.getString("id"),
                Octets.ofHex(vector.getString("hex")),
                vector.getString("kind").equals("valid"),
                fields);
    }

    private static String text(JsonValue field) {
        return switch (field.getValueType()) {
            case STRING -> ((JsonString) field).getString();
            case ARRAY ->
                field.asJsonArray().stream()
                        .map(JsonValue::asJsonObject)
                        .map(tlv -> tlv.getString("tag") + "=" + tlv.getString("value_hex"))
                        .toList()
                        .toString();
            default -> field.toString();
        };
    }

    @Override
    public String toString() {
        return id;
    }
}
