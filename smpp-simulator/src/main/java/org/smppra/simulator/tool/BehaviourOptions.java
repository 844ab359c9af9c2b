package org.smppra.simulator.tool;

import java.util.List;
import org.smppra.simulator.SimulatorBuilder;
import org.smppra.simulator.behaviour.Behaviour;
import org.smppra.simulator.behaviour.InvalidBehaviourException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Bad days from the start. */
final class BehaviourOptions {
    @Option(
            names = "--behaviour",
            paramLabel = "TEXT",
            converter = Converter.class,
            description =
                    "Something that goes wrong from the start, such as \"answer-late delay=2s\"; may be repeated. "
                            + "Type behaviours while it runs for all there are.")
    private List<Behaviour> behaviours = List.of();

    void applyTo(SimulatorBuilder builder) {
        behaviours.forEach(behaviour -> builder.behaviour(behaviour.toString()));
    }

    static final class Converter implements ITypeConverter<Behaviour> {
        @Override
        public Behaviour convert(String text) {
            try {
                return Behaviour.parse(text);
            } catch (InvalidBehaviourException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
