package org.smppra.sample.web;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.Optional;

/** A JSON object of texts; says which field is wrong. */
final class RequestBody {
    private final JsonObject json;

    private RequestBody(JsonObject json) {
        this.json = json;
    }

    static RequestBody read(InputStream body) throws InvalidRequestException {
        try (JsonReader reader = Json.createReader(body)) {
            return new RequestBody(reader.readObject());
        } catch (JsonException e) {
            // The parser's own message quotes what it read, which may be a number or a text.
            throw new InvalidRequestException("body", "must be a JSON object in UTF-8");
        }
    }

    /** A blank text counts as none: forms send empty fields. */
    Optional<String> optional(String field) throws InvalidRequestException {
        JsonValue value = json.getOrDefault(field, JsonValue.NULL);
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return Optional.empty();
        }
        if (value instanceof JsonString text) {
            return Optional.of(text.getString()).filter(string -> !string.isBlank());
        }
        throw new InvalidRequestException(field, "must be a text");
    }

    String required(String field) throws InvalidRequestException {
        return optional(field).orElseThrow(() -> new InvalidRequestException(field, "is missing"));
    }
}
