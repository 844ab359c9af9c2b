package org.smppra.it.foreign;

/**
 * A receipt as a library's own parser reads it.
 *
 * @param submitDate as it stood in the text, in UTC, once through the parser's dates
 */
record ForeignReceipt(
        String id,
        int submitted,
        int delivered,
        String submitDate,
        String doneDate,
        String state,
        String error,
        String text) {}
