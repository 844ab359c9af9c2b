package org.smppra.sample.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.ShortMessage;

class RequestBodyTest {
    private static ShortMessage parse(String json) throws InvalidRequestException {
        return MessagesResource.shortMessage(
                RequestBody.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    }

    private static String refusedField(String json) {
        return catchThrowableOfType(InvalidRequestException.class, () -> parse(json))
                .field();
    }

    @Test
    void reads_all_fields() throws InvalidRequestException {
        ShortMessage message =
                parse("{\"to\":\"+45 12345678\",\"from\":\"Shop\",\"text\":\"Grüße €\",\"reference\":\"order-1\"}");

        assertThat(message.recipient().value()).isEqualTo("4512345678");
        assertThat(message.from().orElseThrow().value()).isEqualTo("Shop");
        assertThat(message.text()).contains("Grüße €");
        assertThat(message.reference()).contains("order-1");
    }

    @Test
    void sender_and_reference_may_be_missing_null_or_blank() throws InvalidRequestException {
        ShortMessage message = parse("{\"to\":\"45\",\"text\":\"x\",\"from\":\"  \",\"reference\":null}");

        assertThat(message.from()).isEmpty();
        assertThat(message.reference()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "null"})
    void what_is_no_json_object_is_refused_as_body(String json) {
        assertThat(refusedField(json)).isEqualTo("body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"text\":\"x\"}", "{\"to\":\" \",\"text\":\"x\"}", "{\"to\":45,\"text\":\"x\"}"})
    void a_missing_blank_or_mistyped_number_is_refused_as_to(String json) {
        assertThat(refusedField(json)).isEqualTo("to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"to\":\"45\"}", "{\"to\":\"45\",\"text\":\"\"}", "{\"to\":\"45\",\"text\":[]}"})
    void a_missing_blank_or_mistyped_text_is_refused_as_text(String json) {
        assertThat(refusedField(json)).isEqualTo("text");
    }
}
