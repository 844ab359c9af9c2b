package org.smppra.it.inbound;

/** The text that both ways bring: a receipt as providers send it. */
public final class ReceiptText {
    private ReceiptText() {}

    public static String id(int number) {
        return String.format("%010d", number);
    }

    public static String of(int number) {
        return "id:" + id(number) + " sub:001 dlvrd:001 submit date:2601010000 done date:2601010001"
                + " stat:DELIVRD err:000 text:order-" + id(number);
    }
}
