package org.smppra.it.transactions;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Messages as the application reads them. */
final class Message {
    private Message() {}

    /** To a number, from a name, without a body. */
    static JsonObjectBuilder bare() {
        return Json.createObjectBuilder().add("to", address(1, 1, "4512345678")).add("from", address(5, 0, "Shop"));
    }

    /** A short text without a receipt. */
    static JsonObjectBuilder text(String reference) {
        return bare().add("text", "hello").add("reference", reference).add("receipt", "NONE");
    }

    static JsonObject of(String reference) {
        return text(reference).build();
    }

    static JsonObjectBuilder address(int ton, int npi, String value) {
        return Json.createObjectBuilder().add("ton", ton).add("npi", npi).add("value", value);
    }
}
