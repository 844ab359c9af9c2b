package org.smppra.profile;

/** The characters that a name on the wire may have: those of ISO-8859-1 that are no control characters. */
final class Printable {
    private Printable() {}

    /** The index of the first character of {@code text} that is no printable one; -1 if all are. */
    static int firstOther(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xFF || Character.isISOControl(c)) {
                return i;
            }
        }
        return -1;
    }
}
