package org.smppra.it.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.smppra.it.wire.Dissected.Parameter;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Wireshark on the command line: a capture file in, the SMPP PDUs in it out. */
final class Tshark {
    private Tshark() {}

    static List<Dissected> read(Path capture) throws Exception {
        Process process = start(capture);
        List<Dissected> pdus = new ArrayList<>();
        try (InputStream out = process.getInputStream()) {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(out)
                    .getDocumentElement();
            children(root, "packet").forEach(packet -> pdus.addAll(pdus(packet)));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException("tshark's answer cannot be read", e);
        }
        if (process.waitFor() != 0) {
            throw new IOException("tshark ended with " + process.exitValue());
        }
        return pdus;
    }

    private static Process start(Path capture) throws IOException {
        try {
            return new ProcessBuilder(
                            "tshark",
                            "-r",
                            capture.toString(),
                            "-d",
                            "tcp.port==" + Capture.PORT + ",smpp",
                            "-Y",
                            "smpp",
                            "-T",
                            "pdml")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IOException("tshark cannot be run; on Debian: apt-get install tshark", e);
        }
    }

    private static Stream<Element> children(Element parent, String tag) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node ->
                        node instanceof Element element && element.getTagName().equals(tag))
                .map(Element.class::cast);
    }

    /** Several in one segment; what the dissector remarks stands behind the PDU it is about. */
    private static List<Dissected> pdus(Element packet) {
        List<Dissected> pdus = new ArrayList<>();
        int source = 0;
        int target = 0;
        for (Element proto : children(packet, "proto").toList()) {
            switch (proto.getAttribute("name")) {
                case "tcp" -> {
                    source = port(proto, "tcp.srcport");
                    target = port(proto, "tcp.dstport");
                    remarks(proto).forEach(remark -> {
                        throw new AssertionError("the capture is wrong: " + remark);
                    });
                }
                case "smpp" -> pdus.add(pdu(proto, source, target));
                // What was found wrong in the PDU, or inside of its user data.
                default ->
                    pdus.stream().skip(Math.max(0, pdus.size() - 1)).forEach(last -> last.remarks()
                            .addAll(remarks(proto)));
            }
        }
        return pdus;
    }

    private static int port(Element tcp, String name) {
        return children(tcp, "field")
                .filter(field -> field.getAttribute("name").equals(name))
                .mapToInt(field -> Integer.parseInt(field.getAttribute("show")))
                .findFirst()
                .orElseThrow();
    }

    private static Dissected pdu(Element smpp, int source, int target) {
        boolean fromClient = target == Capture.PORT;
        Map<String, Leaf> leaves = new LinkedHashMap<>();
        List<Parameter> parameters = new ArrayList<>();
        for (Element field : children(smpp, "field").toList()) {
            if (field.getAttribute("name").equals("smpp.opt_params")) {
                children(field, "field").forEach(parameter -> parameters.add(parameter(parameter)));
            } else {
                leaf(field, leaves);
            }
        }
        return new Dissected(
                Capture.connection(fromClient ? source : target),
                fromClient,
                List.copyOf(leaves.values()),
                parameters,
                remarks(smpp));
    }

    /** Several bit fields of one octet are that octet, once, under the first one's name. */
    private static void leaf(Element field, Map<String, Leaf> leaves) {
        String value = field.getAttribute("value");
        if (value.isEmpty()) {
            children(field, "field").forEach(part -> leaf(part, leaves));
        } else if (!name(field).equals("message_text")) {
            // message_text is what is left of message without the user data header.
            String whole = field.getAttribute("unmaskedvalue");
            String place = field.getAttribute("pos") + "+" + field.getAttribute("size");
            leaves.putIfAbsent(place, new Leaf(name(field), whole.isEmpty() ? value : whole));
        }
    }

    /** One name for a time, whether it is absolute or relative, and for a data coding, whatever it means. */
    private static String name(Element field) {
        return field.getAttribute("name")
                .replaceFirst("^smpp\\.", "")
                .replaceFirst("(time|period|date)_r$", "$1")
                .replaceFirst("^dcs\\..*", "data_coding");
    }

    private static Parameter parameter(Element field) {
        Map<String, Leaf> leaves = new LinkedHashMap<>();
        leaf(field, leaves);
        List<Leaf> all = List.copyOf(leaves.values());
        StringBuilder value = new StringBuilder();
        all.stream().skip(2).forEach(leaf -> value.append(leaf.hex()));
        // Such as: Optional parameter: source_port (0x020a)
        String name = field.getAttribute("showname").replaceAll(".*: (.*) \\(.*", "$1");
        return new Parameter(
                name, all.get(0).hex(), all.size() < 2 ? "" : all.get(1).hex(), value.toString());
    }

    private static List<String> remarks(Element proto) {
        List<String> remarks = new ArrayList<>();
        NodeList fields = proto.getElementsByTagName("field");
        for (int i = 0; i < fields.getLength(); i++) {
            Element field = (Element) fields.item(i);
            if (field.getAttribute("name").equals("_ws.expert")) {
                remarks.add(field.getAttribute("showname"));
            }
        }
        return remarks;
    }
}
