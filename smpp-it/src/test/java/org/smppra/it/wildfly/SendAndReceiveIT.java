package org.smppra.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.message.Tlvs;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.SimulatorBuilder;

/** A message leaves through the injected factory; its reports reach the message-driven bean. */
class SendAndReceiveIT extends WildFlyTest {
    @Override
    SimulatorBuilder configure(SimulatorBuilder builder) {
        return builder.tls()
                .account("shop", "secret")
                .reportDelay(Duration.ZERO)
                .outcome("4599", "UNDELIV", "019");
    }

    private void deploy(boolean tls, String bindType) throws Exception {
        Map<String, String> properties = new TreeMap<>(Map.of("bindType", bindType));
        if (tls) {
            properties.put("tls", "true");
            properties.put(
                    "hosts",
                    simulator.hosts().stream().map(SimulatedHost::tlsAddress).collect(Collectors.joining(",")));
            properties.put("tlsTrustStore", simulator.trustStore().toString());
            properties.put("tlsTrustStorePassword", simulator.trustStorePassword());
        }
        deploy(properties);
        Waiting.until("all hosts are bound", Duration.ofSeconds(30), () -> simulator.hosts().stream()
                .allMatch(host -> host.binds().size() == (bindType.equals("TRANSCEIVER") ? 1 : 2)));
    }

    @ParameterizedTest
    @CsvSource({"false,TRANSCEIVER", "false,TRANSMITTER_RECEIVER", "true,TRANSCEIVER", "true,TRANSMITTER_RECEIVER"})
    void sends_and_receives(boolean tls, String bindType) throws Exception {
        deploy(tls, bindType);

        SampleClient.Reply delivered =
                sample.post("+45 12 34 56 78", "Shop", "Din ordre er på vej", "a reference longer than 20");
        SampleClient.Reply undelivered = sample.post("4599000000", "Shop", "Привет", null);

        assertThat(delivered.status()).isEqualTo(202);
        String messageId = delivered.body().getJsonArray("messageIds").getString(0);
        assertThat(messageId).matches("[1-9][0-9]{9}");
        assertThat(simulator.messages()).hasSize(2);
        var stored = simulator.messages().get(0);
        assertThat(stored.messageId()).isEqualTo(messageId);
        assertThat(stored.submitSm().destination().value()).isEqualTo("4512345678");
        assertThat(stored.submitSm().dataCoding()).isZero();

        JsonObject report =
                sample.reports(delivered.body().getString("submissionId"), 1).get(0);
        assertThat(report.getString("messageId")).isEqualTo(messageId);
        assertThat(report.getString("state")).isEqualTo("DELIVERED");
        assertThat(report.getString("reference")).isEqualTo("a reference longer than 20");
        assertThat(report.getString("text")).endsWith("text:a reference longer t");

        String other = undelivered.body().getString("submissionId");
        JsonObject failure = sample.reports(other, 1).get(0);
        assertThat(failure.getString("state")).isEqualTo("UNDELIVERABLE");
        assertThat(failure.getString("reference")).isEqualTo(other);
        assertThat(failure.getJsonObject("error").getString("code")).isEqualTo("0x1013");
        assertThat(simulator.await(() -> simulator.reportsWaiting("shop") == 0, Duration.ofSeconds(10)))
                .isTrue();
    }

    /** The provider's page, word for word. */
    @Test
    void both_report_strings_of_the_providers_page_reach_the_bean_as_values() throws Exception {
        deploy(false, "TRANSCEIVER");
        simulator.sendReport(
                "shop",
                "id:1390125333 sub:001 dlvrd:000 submit date:2011181054 done date:2011181054 stat:DELIVRD err:000"
                        + " text:user_message_reference",
                Tlvs.empty());
        sample.reportsOf("1390125333", 1);
        simulator.sendReport(
                "shop",
                "id:1390125333 sub:001 dlvrd:000 submit date:2011181145 done date:2011181145 stat:UNDELIV err:019"
                        + " text:user_message_reference",
                Tlvs.empty());
        List<JsonObject> reports = sample.reportsOf("1390125333", 2);

        JsonObject delivered = reports.get(0);
        assertThat(delivered.getString("state")).isEqualTo("DELIVERED");
        assertThat(delivered.isNull("error")).isTrue();
        assertThat(delivered.getString("submittedAt")).isEqualTo("2020-11-18T10:54:00Z");
        assertThat(delivered.getString("doneAt")).isEqualTo("2020-11-18T10:54:00Z");
        assertThat(delivered.getString("reference")).isEqualTo("user_message_reference");

        JsonObject undelivered = reports.get(1);
        assertThat(undelivered.getString("state")).isEqualTo("UNDELIVERABLE");
        assertThat(undelivered.getString("stateText")).isEqualTo("UNDELIV");
        assertThat(undelivered.getString("submittedAt")).isEqualTo("2020-11-18T11:45:00Z");
        assertThat(undelivered.getJsonObject("error").getString("text")).isEqualTo("019");
        assertThat(undelivered.getJsonObject("error").getString("code")).isEqualTo("0x1013");
        assertThat(undelivered.getJsonObject("error").getJsonArray("meanings").getString(0))
                .isEqualTo("absent subscriber");
    }

    @Test
    void bad_input_is_refused_with_the_fields_name_and_nothing_is_sent() throws Exception {
        deploy(false, "TRANSCEIVER");
        assertThat(sample.post("12x", "Shop", "hi", null).body().getString("field"))
                .isEqualTo("to");
        assertThat(sample.post("4512345678", "far too long a name", "hi", null)
                        .body()
                        .getString("field"))
                .isEqualTo("from");
        assertThat(sample.post("api/messages", "{").status()).isEqualTo(400);
        assertThat(sample.post("api/messages", "{\"to\":\"4512345678\"}").body().getString("field"))
                .isEqualTo("text");
        assertThat(simulator.messageCount()).isZero();
    }

    @Test
    void the_page_is_there() throws Exception {
        deploy(false, "TRANSCEIVER");
        assertThat(sample.page("")).contains("<form").contains("app.js");
    }
}
