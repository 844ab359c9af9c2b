package org.smppra.text;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smppra.message.Octets;

/**
 * What one submit_sm carries of a body.
 *
 * @param userData the user data; a header, if there is one, stands in front with its length octet
 * @param userDataHeader whether there is a header (the UDHI bit of esm_class, SMPP 3.4 section 5.2.12)
 * @param payload whether it must go in message_payload, whatever its length
 * @param sar what the optional parameters say of this part; null if they say nothing
 */
public record BodyPart(Octets userData, boolean userDataHeader, boolean payload, @Nullable Concatenation sar) {
    public BodyPart {
        Objects.requireNonNull(userData, "userData");
    }

    /** The same with the septets behind the header packed; only where they are septets. */
    public BodyPart packed() {
        int header = userDataHeader ? userData.at(0) + 1 : 0;
        Octets septets = Septets.pack(userData, header, header);
        byte[] whole = Arrays.copyOf(userData.slice(0, header).toByteArray(), header + septets.length());
        septets.copyTo(whole, header);
        return new BodyPart(Octets.of(whole), userDataHeader, payload, sar);
    }
}
