package org.smppra.it.transactions;

import jakarta.json.JsonObject;
import java.util.List;

/** What a script came to. */
record Done(JsonObject json) {
    /** Whether the steps ended without an exception. */
    boolean isFine() {
        return !json.containsKey("thrown");
    }

    /** The exception that came out of the steps. */
    Failure thrown() {
        return new Failure(json.getJsonObject("thrown"));
    }

    /** Exceptions that a step caught on its way. */
    List<Failure> caught() {
        return json.getJsonArray("caught").getValuesAs(JsonObject.class).stream()
                .map(Failure::new)
                .toList();
    }

    List<String> submissionIds() {
        return json.getJsonArray("submissions").getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("submissionId"))
                .toList();
    }

    /** What a load measured. */
    JsonObject load() {
        return json.getJsonObject("load");
    }

    record Failure(JsonObject json) {
        String type() {
            return json.getString("type");
        }

        String message() {
            return json.getString("message");
        }

        /** The field that an InvalidMessageException names. */
        String field() {
            return json.getString("field", "none");
        }
    }
}
