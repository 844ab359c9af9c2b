package org.smppra.text;

/** How a body travels that does not fit in one short message. */
public enum LongMessages {
    /** In one submit_sm, whatever its length; the SMSC cuts it. */
    SMSC_CUTS,
    /** In one submit_sm, in message_payload (SMPP 3.4 section 5.3.2.32) from two parts on; the SMSC cuts it. */
    PAYLOAD,
    /** We cut: a concatenation element with an 8-bit reference in each part. 3GPP TS 23.040 section 9.2.3.24.1. */
    UDH_8,
    /** We cut: a concatenation element with a 16-bit reference in each part. 3GPP TS 23.040 section 9.2.3.24.8. */
    UDH_16,
    /**
     * We cut: three optional parameters in each part, of which the SMSC makes an element with a 16-bit reference. SMPP
     * 3.4 sections 5.3.2.22 to 5.3.2.24. They must not stand beside a user data header: a message that has one goes as
     * {@link #UDH_16}.
     */
    SAR;

    /** Whether the parts are made here, one submit_sm each. */
    public boolean weCut() {
        return this == UDH_8 || this == UDH_16 || this == SAR;
    }

    /** Whether each part says in its user data header what it is a part of. */
    public boolean byHeader() {
        return this == UDH_8 || this == UDH_16;
    }

    /** The way for a body with or without a header of the application. */
    LongMessages with(boolean userDataHeader) {
        return this == SAR && userDataHeader ? UDH_16 : this;
    }

    /** The octets of the element that says what a part belongs to; an SMSC that cuts is taken to use the short one. */
    int elementLength() {
        return this == UDH_16 || this == SAR ? 6 : 5;
    }
}
