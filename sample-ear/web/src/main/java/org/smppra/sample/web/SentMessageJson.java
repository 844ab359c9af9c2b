package org.smppra.sample.web;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.smppra.sample.SentMessage;

/** A message as this interface shows it. */
final class SentMessageJson {
    private SentMessageJson() {}

    static JsonObjectBuilder of(SentMessage message) {
        return Json.createObjectBuilder()
                .add("submissionId", message.submissionId())
                .add("reference", message.reference())
                .add("state", message.state())
                .add("messageIds", Json.createArrayBuilder(message.messageIds()));
    }
}
