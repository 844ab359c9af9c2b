package org.smppra.profile;

/** How a message's reference travels to the SMSC and back in its receipts. */
public enum ReferenceCarrier {
    /** In user_message_reference (0x0204) as ISO-8859-1 octets of any length, without a NUL. */
    OCTET_STRING_TLV,
    /** Not at all; it is kept on our side. The two octets of SMPP 3.4 section 5.3.2.17 have no room for it. */
    NONE
}
