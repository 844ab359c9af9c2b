package org.smppra.simulator;

/**
 * What becomes of a message.
 *
 * @param stat as it stands in the report, such as DELIVRD
 * @param err three decimal digits, such as 019 for the provider's 0x1013
 */
record MessageOutcome(String stat, String err) {
    static final MessageOutcome DELIVERED = new MessageOutcome("DELIVRD", "000");

    MessageOutcome {
        if (!stat.matches("[A-Z]{1,10}")) {
            throw new IllegalArgumentException("outcome: " + stat + " is no state such as UNDELIV");
        }
        if (!err.matches("[0-9A-Za-z]{1,5}")) {
            throw new IllegalArgumentException("outcome: " + err + " is no error such as 019");
        }
    }

    /**
     * Whether a report is wanted.
     *
     * <p>SMPP 3.4 section 5.2.17; 3 is reserved there and means "success only" in SMPP 5.0.
     */
    boolean isReported(int registeredDelivery) {
        boolean good = stat.equals("DELIVRD") || stat.equals("ACCEPTD");
        return switch (registeredDelivery & 3) {
            case 1 -> true;
            case 2 -> !good;
            case 3 -> good;
            default -> false;
        };
    }
}
