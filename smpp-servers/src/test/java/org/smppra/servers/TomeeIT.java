package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smppra.servers.ServerExtension.GATEWAY;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.servers.application.Step;

/** What TomEE has not. */
class TomeeIT {
    @RegisterExtension
    static final ServerExtension SERVER = new ServerExtension();

    /** It reads those of JMS only, so {@link DefinitionIT} cannot run; once this fails, it can. */
    @Test
    void a_definition_of_a_connection_factory_is_not_read() throws Exception {
        SERVER.tested().be(Packaging.DEFINITION);
        try {
            assertThatThrownBy(() -> SERVER.check().transact(GATEWAY, "undefined", Step.SUBMIT))
                    .hasMessageContaining("Name \"app/smpp/gateway\" not found");
        } finally {
            SERVER.tested().be(Packaging.STANDALONE);
        }
    }
}
