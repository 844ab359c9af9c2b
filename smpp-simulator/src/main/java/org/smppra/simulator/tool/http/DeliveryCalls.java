package org.smppra.simulator.tool.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.smppra.message.Address;
import org.smppra.message.Octets;
import org.smppra.message.Tlvs;
import org.smppra.simulator.Simulator;
import org.smppra.text.LongMessages;

/** Reports and mobile-originated messages, one at a time. */
final class DeliveryCalls {
    private final Simulator simulator;

    DeliveryCalls(Simulator simulator) {
        this.simulator = simulator;
    }

    void addTo(Routes routes) {
        routes.add("POST", "/api/reports", this::report).add("POST", "/api/messages", this::message);
    }

    private Answer report(Request request) {
        Parameters wanted = request.parameters("systemId", "text", "tlvs");
        String systemId = wanted.text("systemId");
        Tlvs tlvs = Tlvs.empty();
        for (Map.Entry<String, Object> tlv : wanted.object("tlvs").entrySet()) {
            tlvs = with(tlvs, tlv.getKey(), String.valueOf(tlv.getValue()));
        }
        simulator.sendReport(systemId, wanted.text("text"), tlvs);
        return waiting(systemId, Map.of());
    }

    /** Both in hexadecimal digits, the tag perhaps with 0x in front. */
    private static Tlvs with(Tlvs tlvs, String tag, String value) {
        try {
            return tlvs.with(Integer.decode(tag.startsWith("0x") ? tag : "0x" + tag), Octets.ofHex(value));
        } catch (IllegalArgumentException e) {
            throw Problem.of("tlvs", "is written {\"0x0204\": \"616263\"}, tag and octets in hexadecimal digits");
        }
    }

    private Answer message(Request request) {
        Parameters wanted = request.parameters("systemId", "from", "to", "text");
        String systemId = wanted.text("systemId");
        Address from = address("from", wanted.text("from"));
        Address to = address("to", wanted.text("to"));
        int parts = simulator.sendMessage(systemId, from, to, wanted.text("text"), LongMessages.UDH_8);
        return waiting(systemId, Map.of("parts", parts));
    }

    private static Address address(String name, String text) {
        if (text.length() > 20) {
            throw Problem.of(name, "must be a number or a name of at most 20 characters");
        }
        return Address.sender(text);
    }

    private Answer waiting(String systemId, Map<String, Object> more) {
        Map<String, Object> json = new LinkedHashMap<>(more);
        json.put("systemId", systemId);
        json.put("reportsWaiting", simulator.reportsWaiting(systemId));
        return Answer.json(202, json);
    }
}
