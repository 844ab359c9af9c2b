package org.smppra.it.wildfly;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import org.smppra.Direction;
import org.smppra.SmppOperations;

/** An application that operates the gateway: it stops all that would go out. */
@Singleton
@Startup
public class OperationsAtStart {
    @Resource(lookup = "java:/smpp/operations")
    private SmppOperations operations;

    @PostConstruct
    void pause() {
        operations.pause(Direction.OUTBOUND);
        if (!operations.state().isPaused(Direction.OUTBOUND)) {
            throw new IllegalStateException("not paused");
        }
    }
}
