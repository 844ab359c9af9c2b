package org.smppra;

/** How a flash message is marked. */
public enum FlashBy {
    /** By the data coding (0xF0 or 0x18): understood by every SMSC. */
    DATA_CODING,
    /** By the optional parameter dest_addr_subunit (0x0005). */
    DEST_ADDR_SUBUNIT
}
