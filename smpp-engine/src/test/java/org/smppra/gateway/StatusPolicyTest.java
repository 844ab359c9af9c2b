package org.smppra.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smppra.message.CommandStatus;

class StatusPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "0x00, ACCEPTED, false",
        "0x04, OTHER_LINK, true",
        "0x08, LATER, true",
        "0x0B, NEVER, false",
        "0x14, SLOW_DOWN, true",
        "0x45, NEVER, false",
        "0x58, SLOW_DOWN, true",
        "0x64, LATER, true",
        "0x042E, NEVER, false"
    })
    void says_what_each_status_means(String status, StatusPolicy policy, boolean retryable) {
        assertThat(StatusPolicy.of(CommandStatus.of(Integer.decode(status)))).isEqualTo(policy);
        assertThat(policy.isRetryable()).isEqualTo(retryable);
    }
}
