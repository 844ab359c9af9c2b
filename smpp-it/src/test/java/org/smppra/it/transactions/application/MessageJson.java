package org.smppra.it.transactions.application;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.smppra.FlashBy;
import org.smppra.ReceiptWish;
import org.smppra.ShortMessage;
import org.smppra.UnansweredPolicy;
import org.smppra.message.Address;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;

/** A message's wishes as JSON; octets are hexadecimal. */
final class MessageJson {
    private MessageJson() {}

    static ShortMessage read(JsonObject json) {
        ShortMessage.Builder message = ShortMessage.to(address(json.getJsonObject("to")));
        json.forEach((name, value) -> {
            switch (name) {
                case "to" -> {}
                case "from" -> message.from(address(json.getJsonObject(name)));
                case "text" -> message.text(json.getString(name));
                case "binary" -> message.binary(octets(json.getString(name)));
                case "userDataHeader" -> message.userDataHeader(octets(json.getString(name)));
                case "dataCoding" -> message.dataCoding(DataCoding.of(json.getInt(name)));
                case "flash" -> message.flash(FlashBy.valueOf(json.getString(name)));
                case "messageClass" -> message.messageClass(json.getString(name));
                case "reference" -> message.reference(json.getString(name));
                case "idempotencyKey" -> message.idempotencyKey(json.getString(name));
                case "validitySeconds" -> message.validity(Duration.ofSeconds(json.getInt(name)));
                case "priority" -> message.priority(json.getInt(name));
                case "receipt" -> message.receipt(ReceiptWish.valueOf(json.getString(name)));
                case "unanswered" -> message.unanswered(UnansweredPolicy.valueOf(json.getString(name)));
                case "maxParts" -> message.maxParts(json.getInt(name));
                case "tlvs" ->
                    json.getJsonObject(name)
                            .forEach((tag, octets) -> message.tlv(
                                    Integer.decode(tag),
                                    octets(json.getJsonObject(name).getString(tag))));
                default -> throw new IllegalArgumentException("no wish " + name);
            }
        });
        return message.build();
    }

    private static Address address(JsonObject json) {
        return Address.of(json.getInt("ton"), json.getInt("npi"), json.getString("value"));
    }

    private static byte[] octets(String hex) {
        return Octets.ofHex(hex).toByteArray();
    }
}
