package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class ServerExtensionTest {
    @Test
    void where_there_is_no_such_jdk_the_suite_is_skipped_and_says_so() {
        ConditionEvaluationResult result = ServerExtension.condition("payara-7", 999);
        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason()).hasValueSatisfying(reason -> assertThat(reason)
                .contains("payara-7 did NOT run", "no JDK 999", "JDK999_HOME"));
    }

    @Test
    void the_jdk_that_the_product_is_built_with_must_be_there() {
        assertThat(ServerExtension.condition("payara-6", 17).isDisabled()).isFalse();
    }
}
