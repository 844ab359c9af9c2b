/** What leaves our sockets, read by Wireshark's dissector: mvn verify -Pwire. */
package org.smppra.it.wire;
