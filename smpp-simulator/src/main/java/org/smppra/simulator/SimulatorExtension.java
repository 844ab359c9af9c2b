package org.smppra.simulator;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test a gateway of its own on free ports:
 *
 * <pre>{@code
 * @RegisterExtension
 * SimulatorExtension gateway = new SimulatorExtension(builder -> builder.account("shop", "secret"));
 * }</pre>
 */
public final class SimulatorExtension implements BeforeEachCallback, AfterEachCallback {
    private final UnaryOperator<Simulator.Builder> settings;
    private @Nullable Simulator simulator;

    public SimulatorExtension() {
        this(builder -> builder);
    }

    public SimulatorExtension(UnaryOperator<Simulator.Builder> settings) {
        this.settings = settings;
    }

    /** The gateway of the test that runs. */
    public Simulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("no test runs");
        }
        return simulator;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        simulator = settings.apply(Simulator.builder().freePorts()).start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator().close();
        simulator = null;
    }
}
