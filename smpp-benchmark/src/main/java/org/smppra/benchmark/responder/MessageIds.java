package org.smppra.benchmark.responder;

import java.util.concurrent.atomic.AtomicInteger;

/** Ids of ten digits, counted in digits: ten thousand are taken at a time from what all connections share. */
final class MessageIds {
    private static final int DIGITS = 10;
    private static final int OWN = 4;
    private static final int PREFIXES = 1_000_000;

    private final AtomicInteger prefixes;
    private final byte[] digits = new byte[DIGITS];

    MessageIds(AtomicInteger prefixes) {
        this.prefixes = prefixes;
        takePrefix();
    }

    private void takePrefix() {
        int prefix = Math.floorMod(prefixes.getAndIncrement(), PREFIXES);
        for (int i = DIGITS - 1; i >= 0; i--) {
            boolean own = i >= DIGITS - OWN;
            digits[i] = (byte) ('0' + (own ? 0 : prefix % 10));
            prefix = own ? prefix : prefix / 10;
        }
    }

    void next(byte[] out, int at) {
        System.arraycopy(digits, 0, out, at, DIGITS);
        int i = DIGITS - 1;
        while (digits[i] == '9') {
            digits[i--] = '0';
        }
        if (i < DIGITS - OWN) {
            takePrefix();
        } else {
            digits[i]++;
        }
    }
}
