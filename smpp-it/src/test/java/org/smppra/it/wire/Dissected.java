package org.smppra.it.wire;

import java.util.List;

/**
 * One SMPP PDU as the dissector saw it.
 *
 * @param leaves the mandatory fields
 * @param parameters the optional ones
 * @param remarks what it did not like
 */
record Dissected(
        int connection, boolean fromClient, List<Leaf> leaves, List<Parameter> parameters, List<String> remarks) {
    /** @param name the specification's, or the tag where the dissector knows none */
    record Parameter(String name, String tag, String length, String value) {}
}
