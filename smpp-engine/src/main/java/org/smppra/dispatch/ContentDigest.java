package org.smppra.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.smppra.ShortMessage;
import org.smppra.message.Address;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;

/**
 * Tells whether two messages with one idempotency key ask for the same: SHA-256 over every wish of a message but the key
 * itself. Each wish is written with its name, its presence and its length, so that none can pass for another.
 */
final class ContentDigest {
    private final MessageDigest digest;

    private ContentDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) { // every Java platform has it
            throw new IllegalStateException(e);
        }
    }

    static Octets of(ShortMessage message) {
        ContentDigest content = new ContentDigest();
        content.add("recipient", Optional.of(text(message.recipient())));
        content.add("from", message.from().map(ContentDigest::text));
        content.add("text", message.text());
        content.add("binary", message.binary().map(Octets::toHex));
        content.add("userDataHeader", message.userDataHeader().map(Octets::toHex));
        content.add("dataCoding", message.dataCoding().map(DataCoding::value));
        content.add("unmappable", Optional.of(message.unmappable()));
        content.add("flash", message.flash());
        content.add("messageClass", message.messageClass());
        content.add("reference", message.reference());
        content.add("validity", message.validity());
        content.add("priority", Optional.of(message.priority()));
        content.add("receipt", Optional.of(message.receipt()));
        content.add("maxParts", message.maxParts().stream().boxed().findFirst());
        content.add("unanswered", message.unanswered());
        content.add("inOrder", Optional.of(message.inOrder()));
        for (Tlv tlv : message.tlvs()) {
            content.add("tlv " + tlv.tag(), Optional.of(tlv.value().toHex()));
        }
        return Octets.of(content.digest.digest());
    }

    private static String text(Address address) {
        return address.ton() + " " + address.npi() + " " + address.value();
    }

    private void add(String name, Optional<?> wish) {
        String value = wish.map(Object::toString).orElse("");
        String line = name + (wish.isPresent() ? "=" : "?") + value.length() + ":" + value + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
}
