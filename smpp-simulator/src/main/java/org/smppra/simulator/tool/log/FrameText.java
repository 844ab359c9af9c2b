package org.smppra.simulator.tool.log;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.smppra.codec.Codec;
import org.smppra.codec.Frames;
import org.smppra.codec.FramingException;
import org.smppra.codec.PduException;
import org.smppra.message.Octets;

/** What came or went in one piece, a line for each PDU in it. */
final class FrameText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final int MOST_HEX = 64;

    private final Content content;
    private final PduText pduText;

    FrameText(Content content) {
        this.content = content;
        this.pduText = new PduText(content);
    }

    List<String> lines(PduLog.Entry entry) {
        String begin =
                TIME.format(entry.at()) + " " + entry.host() + (entry.in() ? " in  " : " out ") + entry.remote() + " ";
        List<String> lines = new ArrayList<>();
        byte[] octets = entry.octets().toByteArray();
        int from = 0;
        while (from < octets.length) {
            int length = length(octets, from);
            if (length == 0) {
                lines.add(begin + "no PDU: " + hex(entry.octets(), from, octets.length));
                return lines;
            }
            lines.add(begin + Output.clean(pdu(entry.octets(), octets, from, length)));
            from += length;
        }
        return lines;
    }

    /** 0 where no whole PDU begins. */
    private static int length(byte[] octets, int from) {
        int available = octets.length - from;
        try {
            int length = Frames.length(octets, from, available, Integer.MAX_VALUE);
            return length > available ? 0 : length;
        } catch (FramingException e) {
            return 0;
        }
    }

    private String pdu(Octets all, byte[] octets, int from, int length) {
        try {
            return pduText.of(Codec.decode(octets, from, length));
        } catch (PduException e) {
            return String.format("command_id=0x%08X", e.commandId()) + " seq="
                    + Integer.toUnsignedString(e.sequenceNumber()) + " unreadable (" + e.getMessage() + "): "
                    + hex(all, from, from + length);
        }
    }

    /** Octets that nobody understands may hold anything. */
    private String hex(Octets octets, int from, int to) {
        int length = to - from;
        if (!content.shown()) {
            return length + " octets";
        }
        String begin = octets.slice(from, from + Math.min(length, MOST_HEX)).toHex();
        return length + " octets " + begin + (length > MOST_HEX ? "..." : "");
    }
}
