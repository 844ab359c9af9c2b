package org.smppra.ra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AccountPropertiesTest {
    private static AccountProperties minimal() {
        AccountProperties properties = new AccountProperties();
        properties.setHosts("a.example");
        properties.setSystemId("shop");
        return properties;
    }

    @Test
    void what_is_not_set_here_is_the_adapters() {
        AccountProperties factory = new AccountProperties();
        factory.setWindowSize(7);
        factory.setSystemId(" "); // as servers set what an administrator left empty
        assertThat(factory.settings(minimal()).gateway().session().windowSize()).isEqualTo(7);
        assertThat(factory.settings(minimal()).gateway().credentials().systemId())
                .isEqualTo("shop");
    }

    @Test
    void a_value_that_cannot_be_is_refused_with_the_propertys_name() {
        AccountProperties properties = minimal();
        properties.setWindowSize(0);
        assertThatThrownBy(() -> properties.settings(new AccountProperties()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("windowSize: 0");
    }
}
