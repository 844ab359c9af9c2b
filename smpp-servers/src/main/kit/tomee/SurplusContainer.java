package org.smppra.tomee;

import org.apache.openejb.assembler.classic.Assembler;
import org.apache.openejb.assembler.classic.event.AssemblerAfterApplicationCreated;
import org.apache.openejb.loader.SystemInstance;
import org.apache.openejb.observer.Observes;
import org.apache.openejb.spi.ContainerSystem;

/**
 * Where an EAR has an adapter and a message-driven bean, TomEE 9 makes a container of its own for the bean, beside the
 * adapter's, never uses it, and refuses the EAR when that should be made again. This takes it away.
 */
public class SurplusContainer {
    private static final String NAME = "Default MDB Container";

    public void created(@Observes AssemblerAfterApplicationCreated event) {
        var container = SystemInstance.get().getComponent(ContainerSystem.class).getContainer(NAME);
        if (container != null && container.getBeanContexts().length == 0) {
            SystemInstance.get().getComponent(Assembler.class).removeContainer(NAME);
        }
    }
}
