package org.smppra.sample;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.ApplicationException;
import org.junit.jupiter.api.Test;

class OrderExceptionTest {
    @Test
    void takes_the_order_back() {
        assertThat(OrderException.class
                        .getAnnotation(ApplicationException.class)
                        .rollback())
                .isTrue();
    }
}
