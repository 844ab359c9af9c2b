package org.smppra.profile;

import org.smppra.InvalidMessageException;
import org.smppra.message.Address;

/**
 * What addresses must keep to. SMPP 3.4 sections 5.2.5, 5.2.6, 5.2.8 and 5.2.9; E.164 for international numbers; 3GPP TS
 * 23.040 section 9.1.2.5 for the length of alphanumeric ones.
 */
final class AddressRules {
    /** The wire has 21 octets with the final NUL. */
    private static final int MAX_LENGTH = 20;

    private static final int MAX_INTERNATIONAL = 15;
    private static final int MAX_ALPHANUMERIC = 11;

    private AddressRules() {}

    static void checkRecipient(Address recipient, Profile profile) throws InvalidMessageException {
        if (!profile.destinationTons().contains(recipient.ton())) {
            throw new InvalidMessageException(
                    "recipient",
                    "type of number " + recipient.ton() + " is not supported by profile " + profile.name() + ", but "
                            + profile.destinationTons());
        }
        if (recipient.ton() == Address.TON_ALPHANUMERIC) {
            checkName("recipient", recipient, MAX_LENGTH);
        } else {
            checkNumber("recipient", recipient);
        }
    }

    static void checkFrom(Address from) throws InvalidMessageException {
        // SMPP 3.4 section 4.4.1: an empty source address leaves the choice to the SMSC.
        if (from.equals(Address.none())) {
            return;
        }
        if (from.ton() == Address.TON_ALPHANUMERIC) {
            checkName("from", from, MAX_ALPHANUMERIC);
        } else {
            checkNumber("from", from);
        }
    }

    private static void checkName(String field, Address address, int most) throws InvalidMessageException {
        checkLength(field, address, most, "letters and digits");
        int odd = Printable.firstOther(address.value());
        if (odd >= 0) {
            throw new InvalidMessageException(
                    field, "the character at index " + odd + " is no printable one of ISO-8859-1");
        }
    }

    private static void checkNumber(String field, Address address) throws InvalidMessageException {
        int most = address.ton() == Address.TON_INTERNATIONAL ? MAX_INTERNATIONAL : MAX_LENGTH;
        checkLength(field, address, most, "digits");
        for (int i = 0; i < address.value().length(); i++) {
            if (address.value().charAt(i) < '0' || address.value().charAt(i) > '9') {
                throw new InvalidMessageException(field, "the character at index " + i + " is no digit");
            }
        }
    }

    private static void checkLength(String field, Address address, int most, String of) throws InvalidMessageException {
        if (!isOctet(address.ton()) || !isOctet(address.npi())) {
            throw new InvalidMessageException(
                    field, "type of number " + address.ton() + " or plan " + address.npi() + " is outside 0 to 255");
        }
        int length = address.value().length();
        if (length < 1 || length > most) {
            throw new InvalidMessageException(field, length + " characters; 1 to " + most + " " + of + " fit");
        }
    }

    private static boolean isOctet(int value) {
        return value >= 0 && value <= 255;
    }
}
