package org.smppra.simulator.tool.log;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.TlvKey;
import org.smppra.message.Tlvs;

/** Optional parameters by name: numbers as they are, everything else only where content is shown. */
final class TlvText {
    private static final int LONGEST = 80;
    private static final Map<Integer, TlvKey<?>> KEYS = keys();

    private final Content content;

    TlvText(Content content) {
        this.content = content;
    }

    String of(Tlvs tlvs) {
        StringBuilder line = new StringBuilder("tlvs=[");
        String separator = "";
        for (Tlv tlv : tlvs) {
            TlvKey<?> key = KEYS.get(tlv.tag());
            line.append(separator)
                    .append(key == null ? String.format("0x%04X", tlv.tag()) : key.name())
                    .append('=')
                    .append(words(tlv, key));
            separator = " ";
        }
        return line.append(']').toString();
    }

    private String words(Tlv tlv, @Nullable TlvKey<?> key) {
        Object value = key == null ? tlv.value() : key.read(tlv.value()).orElse(null);
        if (value instanceof Number number) {
            return number.toString();
        }
        if (content.shown() || tlv.is(Tlv.RECEIPTED_MESSAGE_ID)) {
            return shown(tlv.value());
        }
        return "(" + tlv.value() + ")";
    }

    /** As text where it is one, a NUL at its end left out. */
    private static String shown(Octets value) {
        String text = value.toLatin1();
        if (text.endsWith("\0")) {
            text = text.substring(0, text.length() - 1);
        }
        boolean printable = text.chars().allMatch(c -> c >= ' ' && c < 0x7F || c > 0x9F);
        String words = printable ? '"' + text + '"' : "0x" + value.toHex();
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "..." : words;
    }

    private static Map<Integer, TlvKey<?>> keys() {
        Map<Integer, TlvKey<?>> keys = new HashMap<>();
        try {
            for (Field field : Tlv.class.getFields()) {
                if (field.get(null) instanceof TlvKey<?> key && key != Tlv.USER_MESSAGE_REFERENCE_NUMBER) {
                    keys.put(key.tag(), key);
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return Map.copyOf(keys);
    }
}
