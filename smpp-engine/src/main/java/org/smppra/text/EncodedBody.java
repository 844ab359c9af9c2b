package org.smppra.text;

import java.util.Objects;
import org.smppra.message.DataCoding;
import org.smppra.message.Octets;

/**
 * The body of one message as octets, before anybody cuts it.
 *
 * @param dataCoding how the octets behind the header are to be read
 * @param userData the user data; a header, if there is one, stands in front with its length octet
 * @param userDataHeader whether there is a header (the UDHI bit of esm_class, SMPP 3.4 section 5.2.12)
 * @param flashSubunit whether dest_addr_subunit (SMPP 3.4 section 5.3.2.1) must mark the message as flash
 */
public record EncodedBody(DataCoding dataCoding, Octets userData, boolean userDataHeader, boolean flashSubunit) {
    public EncodedBody {
        Objects.requireNonNull(dataCoding, "dataCoding");
        Objects.requireNonNull(userData, "userData");
        if (userDataHeader && (userData.isEmpty() || userData.at(0) >= userData.length())) {
            throw new IllegalArgumentException("userData: shorter than its header");
        }
    }

    /** The octets of the header, its length octet counted; 0 without one. */
    public int headerLength() {
        return userDataHeader ? userData.at(0) + 1 : 0;
    }

    /** Whether there are septets behind the header, one an octet. */
    public boolean isSeptets() {
        return Alphabet.of(dataCoding) == Alphabet.GSM;
    }
}
