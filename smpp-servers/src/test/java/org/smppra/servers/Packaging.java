package org.smppra.servers;

/** How adapter, connection factories and application come together. */
public enum Packaging {
    /** The adapter is deployed by itself and configured by the server's own means. */
    STANDALONE,
    /** The RAR is in the EAR, and configured by descriptors of the server. */
    NESTED,
    /** The RAR is in the EAR; the application defines its connection factory by itself. */
    DEFINITION
}
