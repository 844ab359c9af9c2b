package org.smppra.servers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.smppra.servers.ServerExtension.GATEWAY;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.smppra.servers.application.Step;
import org.smppra.servers.tomee.TomeeServer;

/** What TomEE has not. */
class TomeeIT {
    @RegisterExtension
    static final ServerExtension SERVER = new ServerExtension();

    /** It reads those of JMS only, so {@link DefinitionIT} cannot run; once this fails, it can. */
    @Test
    void a_definition_of_a_connection_factory_is_not_read() throws Exception {
        SERVER.tested().undeploy();
        SERVER.server().undeployAdapter();
        assertThatThrownBy(() -> {
                    SERVER.tested().deploy(Packaging.DEFINITION);
                    SERVER.check().transact(GATEWAY, "undefined", Step.SUBMIT);
                })
                .hasMessageContaining("Name \"smpp/gateway\" not found");
    }

    @AfterEach
    void restore() throws Exception {
        ((TomeeServer) SERVER.server()).forget(CheckApplication.NAME);
        SERVER.server().deployAdapter();
        SERVER.tested().deploy(Packaging.STANDALONE);
    }
}
