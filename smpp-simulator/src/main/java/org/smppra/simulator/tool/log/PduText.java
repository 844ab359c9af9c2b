package org.smppra.simulator.tool.log;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.MessagePdu;
import org.smppra.pdu.Pdu;

/**
 * A PDU in words: command, sequence number, status, then each field and optional parameter by the specification's name.
 * The bodies are records whose components are the fields in wire order, so every command is covered by the same lines.
 */
final class PduText {
    private final Content content;
    private final TlvText tlvText;

    PduText(Content content) {
        this.content = content;
        this.tlvText = new TlvText(content);
    }

    String of(Envelope envelope) {
        Pdu body = envelope.body();
        StringBuilder line = new StringBuilder(200)
                .append(body.commandId().name().toLowerCase(Locale.ROOT))
                .append(" seq=")
                .append(Integer.toUnsignedString(envelope.sequenceNumber()));
        if (body.commandId().isResponse() || !envelope.status().isOk()) {
            line.append(' ').append(envelope.status());
        }
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            Object value = valueOf(component, body);
            if (!(value instanceof Tlvs tlvs)) {
                line.append(' ').append(nameOf(component)).append('=').append(words(component.getName(), value, body));
            } else if (!tlvs.isEmpty()) {
                line.append(' ').append(tlvText.of(tlvs));
            }
        }
        return line.toString();
    }

    private String words(String name, Object value, Pdu body) {
        if (value instanceof Address address) {
            return address.ton() + "/" + address.npi() + "/" + content.number(address);
        }
        if (value instanceof Octets octets) {
            return body instanceof MessagePdu message ? shortMessage(message, octets) : "(" + octets + ")";
        }
        if (value instanceof Integer number) {
            return isBits(name) ? String.format("0x%02X", number) : number.toString();
        }
        return value instanceof String text ? '"' + visible(name, text) + '"' : String.valueOf(value);
    }

    /** Without a text, when that stands in message_payload. */
    private String shortMessage(MessagePdu message, Octets octets) {
        if (octets.isEmpty()) {
            return "\"\"";
        }
        return Content.isReport(message) ? '"' + content.report(message) + '"' : content.text(message);
    }

    private String visible(String name, String text) {
        return switch (name) {
            // Not even where content is shown: a log is given away more easily than a password.
            case "password" -> text.isEmpty() ? "" : "***";
            case "addressRange" -> content.shown() ? text : "*".repeat(text.length());
            default -> text;
        };
    }

    private static boolean isBits(String name) {
        return switch (name) {
            case "esmClass", "registeredDelivery", "dataCoding", "interfaceVersion" -> true;
            default -> false;
        };
    }

    private static String nameOf(RecordComponent component) {
        return switch (component.getName()) {
            case "source" -> "source_addr";
            case "destination" -> "destination_addr";
            default -> component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        };
    }

    private static Object valueOf(RecordComponent component, Pdu body) {
        try {
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
