package org.smppra.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smppra.ReceivedMessage;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.UserMessage;
import org.smppra.text.Gsm0338;

/** Reads a mobile-originated message. SMPP 3.4 section 5.2.12 (esm_class) and 5.2.19 (data_coding). */
final class MessageReader {
    private static final int UDHI = 0x40;

    private final String account;

    MessageReader(String account) {
        this.account = account;
    }

    ReceivedMessage read(UserMessage message, Instant receivedAt) {
        Octets whole = message.userData();
        int header = (message.esmClass() & UDHI) != 0 && !whole.isEmpty() ? whole.at(0) + 1 : 0;
        boolean readable = header > 0 && header <= whole.length();
        Octets elements = readable ? whole.slice(1, header) : null;
        Octets body = readable ? whole.slice(header, whole.length()) : whole;
        DataCoding coding = DataCoding.of(message.dataCoding());
        return ReceivedMessage.builder(message.source(), message.destination())
                .account(account)
                .tlvs(message.tlvs())
                .receivedAt(receivedAt)
                .deduplicationKey(DeduplicationKey.of(
                        account,
                        message.source().value(),
                        message.destination().value(),
                        whole.toHex(),
                        hex(message.tlvs())))
                .dataCoding(coding)
                .userDataHeader(elements)
                .userData(body)
                .text(text(body, coding))
                .build();
    }

    /** With the values, which Tlvs.toString hides: two parts of a message may differ in nothing else. */
    private static String hex(Tlvs tlvs) {
        StringBuilder hex = new StringBuilder();
        tlvs.forEach(tlv ->
                hex.append(tlv.tag()).append(':').append(tlv.value().toHex()).append(' '));
        return hex.toString();
    }

    private static @Nullable String text(Octets body, DataCoding coding) {
        return switch (coding.value()) {
            case 0, 0xF0 -> Gsm0338.decode(body);
            case 1, 3 -> body.toLatin1();
            case 8, 0x18 -> new String(body.toByteArray(), StandardCharsets.UTF_16BE);
            default -> null;
        };
    }
}
