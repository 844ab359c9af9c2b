package org.smppra.servers;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The RAR in the EAR, with the server's descriptors. */
class EmbeddedIT implements InTheEarTests {
    @RegisterExtension
    static final ServerExtension SERVER = new ServerExtension(Packaging.NESTED);

    @Override
    public ServerExtension server() {
        return SERVER;
    }
}
