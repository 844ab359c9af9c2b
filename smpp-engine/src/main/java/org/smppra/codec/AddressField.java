package org.smppra.codec;

/** The names of an address's three fields, which an error says. */
enum AddressField {
    SOURCE("source_addr_ton", "source_addr_npi", "source_addr"),
    DESTINATION("dest_addr_ton", "dest_addr_npi", "destination_addr"),
    ESME("esme_addr_ton", "esme_addr_npi", "esme_addr");

    private final String ton;
    private final String npi;
    private final String value;

    AddressField(String ton, String npi, String value) {
        this.ton = ton;
        this.npi = npi;
        this.value = value;
    }

    String ton() {
        return ton;
    }

    String npi() {
        return npi;
    }

    String value() {
        return value;
    }
}
