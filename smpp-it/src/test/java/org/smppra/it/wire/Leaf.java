package org.smppra.it.wire;

/** A field that has no parts, with the octets it was read from as lower-case hexadecimal digits. */
record Leaf(String name, String hex) {}
