package org.smppra.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smppra.ReceivedMessage;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.TlvKey;
import org.smppra.message.Tlvs;
import org.smppra.pdu.UserMessage;
import org.smppra.profile.Profile;
import org.smppra.text.Concatenation;
import org.smppra.text.ReceivedBody;

/** Reads mobile-originated messages. SMPP 3.4 section 5.2.12 (esm_class) and 5.2.19 (data_coding). */
final class MessageReader {
    private static final int UDHI = 0x40;
    private static final List<TlvKey<?>> OF_ONE_PART =
            List.of(Tlv.SAR_MSG_REF_NUM, Tlv.SAR_TOTAL_SEGMENTS, Tlv.SAR_SEGMENT_SEQNUM, Tlv.MESSAGE_PAYLOAD);

    private final Profile profile;
    private final String account;

    MessageReader(Profile profile, String account) {
        this.profile = profile;
        this.account = account;
    }

    /** The header says what it is a part of; where that is silent, the optional parameters do. */
    MessagePart part(UserMessage message) {
        boolean userDataHeader = (message.esmClass() & UDHI) != 0;
        ReceivedBody body = ReceivedBody.of(
                DataCoding.of(message.dataCoding()), message.userData(), userDataHeader, profile.packsSeptets());
        Optional<Concatenation> place =
                body.concatenation().or(() -> Concatenation.of(message.tlvs())).filter(of -> of.total() > 1);
        return new MessagePart(
                message,
                message.source(),
                message.destination(),
                message.tlvs(),
                place.orElse(null),
                message.userData(),
                body);
    }

    ReceivedMessage read(MessagePart whole, Instant receivedAt) {
        return message(List.of(whole), whole.tlvs(), whole.body().header(), receivedAt)
                .deduplicationKey(DeduplicationKey.of(
                        account,
                        whole.source().value(),
                        whole.destination().value(),
                        whole.userData().toHex(),
                        hex(whole.tlvs())))
                .build();
    }

    /** With the values, which Tlvs.toString hides: two messages may differ in nothing else. */
    private static String hex(Tlvs tlvs) {
        StringBuilder hex = new StringBuilder();
        tlvs.forEach(tlv ->
                hex.append(tlv.tag()).append(':').append(tlv.value().toHex()).append(' '));
        return hex.toString();
    }

    /** @param parts in order, at least one; if not all, the message is incomplete */
    ReceivedMessage read(List<MessagePart> parts, boolean incomplete, Instant receivedAt) {
        MessagePart first = parts.get(0);
        return message(parts, withoutPlace(first.tlvs()), first.body().headerWithoutConcatenation(), receivedAt)
                .deduplicationKey(DeduplicationKey.of(
                        account,
                        first.source().value(),
                        first.destination().value(),
                        first.place() == null ? "" : first.place().reference(),
                        parts.stream().map(part -> part.userData().toHex()).toList()))
                .incomplete(incomplete)
                .build();
    }

    private ReceivedMessage.Builder message(
            List<MessagePart> parts, Tlvs tlvs, @Nullable Octets header, Instant receivedAt) {
        MessagePart first = parts.get(0);
        List<ReceivedBody> bodies = parts.stream().map(MessagePart::body).toList();
        return ReceivedMessage.builder(first.source(), first.destination())
                .account(account)
                .tlvs(tlvs)
                .receivedAt(receivedAt)
                .dataCoding(first.body().dataCoding())
                .userDataHeader(header)
                .userData(joined(bodies))
                .text(ReceivedBody.text(bodies).orElse(null));
    }

    private static Octets joined(List<ReceivedBody> bodies) {
        if (bodies.size() == 1) {
            return bodies.get(0).body();
        }
        int length = bodies.stream().mapToInt(body -> body.body().length()).sum();
        byte[] joined = new byte[length];
        int at = 0;
        for (ReceivedBody body : bodies) {
            body.body().copyTo(joined, at);
            at += body.body().length();
        }
        return Octets.of(joined);
    }

    /** What was true of one part only does not go with the whole. */
    private static Tlvs withoutPlace(Tlvs tlvs) {
        Tlvs others = Tlvs.empty();
        for (Tlv tlv : tlvs) {
            if (OF_ONE_PART.stream().noneMatch(tlv::is)) {
                others = others.with(tlv.tag(), tlv.value());
            }
        }
        return others;
    }
}
