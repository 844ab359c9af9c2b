package org.smppra.codec;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.Envelope;

/** A PDU's header and fields under the specification's names, all as text. */
final class PduFields {
    private PduFields() {}

    static Map<String, String> of(Envelope envelope, int length) {
        Map<String, String> fields = new TreeMap<>();
        int commandId = envelope.body().commandId().value();
        fields.put("command", envelope.body().commandId().name().toLowerCase(Locale.ROOT));
        fields.put("command_id", String.format("0x%08X", commandId));
        fields.put("command_length", String.valueOf(length));
        fields.put("command_status", String.valueOf(envelope.status().value()));
        fields.put("sequence_number", String.valueOf(envelope.sequenceNumber()));
        fields.put("tlvs", "[]");
        for (RecordComponent component : envelope.body().getClass().getRecordComponents()) {
            put(component.getName(), value(component, envelope.body()), fields);
        }
        return fields;
    }

    private static void put(String name, Object value, Map<String, String> fields) {
        if (value instanceof Address address) {
            boolean source = name.equals("source");
            fields.put(source ? "source_addr_ton" : "dest_addr_ton", String.valueOf(address.ton()));
            fields.put(source ? "source_addr_npi" : "dest_addr_npi", String.valueOf(address.npi()));
            fields.put(source ? "source_addr" : "destination_addr", address.value());
        } else if (value instanceof Octets octets) {
            fields.put("sm_length", String.valueOf(octets.length()));
            fields.put("short_message_hex", octets.toHex());
        } else if (value instanceof Tlvs tlvs) {
            List<String> list = new ArrayList<>();
            for (Tlv tlv : tlvs) {
                list.add(String.format("0x%04X=%s", tlv.tag(), tlv.value().toHex()));
            }
            fields.put("tlvs", list.toString());
        } else {
            fields.put(name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), value.toString());
        }
    }

    private static Object value(RecordComponent component, Object body) {
        try {
            return component.getAccessor().invoke(body);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.getName(), e);
        }
    }
}
