package org.smppra.servers;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The RAR in the EAR, and an application that defines its connection factory by itself. */
class DefinitionIT implements InTheEarTests {
    @RegisterExtension
    static final ServerExtension SERVER = new ServerExtension(Packaging.DEFINITION);

    @Override
    public ServerExtension server() {
        return SERVER;
    }
}
