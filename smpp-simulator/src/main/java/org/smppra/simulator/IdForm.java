package org.smppra.simulator;

/** How a message id is written. */
enum IdForm {
    /** Ten digits, as on the provider's page. */
    DECIMAL {
        @Override
        String write(long id) {
            return Long.toString(id);
        }
    },
    /** SMPP 3.3: eight hexadecimal digits. */
    HEXADECIMAL {
        @Override
        String write(long id) {
            return String.format("%08X", id);
        }
    };

    /** @param id no more than 32 bits */
    abstract String write(long id);
}
