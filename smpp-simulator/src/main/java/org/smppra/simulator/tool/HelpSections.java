package org.smppra.simulator.tool;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of the help text under the names of their mixins: a long list in one piece is read by nobody. */
final class HelpSections implements IHelpSectionRenderer {
    @Override
    public String render(Help help) {
        StringBuilder text = new StringBuilder();
        add(text, help, help.commandSpec().mixins());
        return text.toString();
    }

    private static void add(StringBuilder text, Help help, Map<String, CommandSpec> mixins) {
        mixins.forEach((name, mixin) -> {
            if (mixin.mixins().isEmpty()) {
                text.append(String.format("%n%s%n", name)).append(layout(help, mixin.options()));
            } else {
                add(text, help, mixin.mixins());
            }
        });
    }

    private static String layout(Help help, List<OptionSpec> options) {
        Help.Layout layout = help.createDefaultLayout(options, List.of(), help.colorScheme());
        layout.addAllOptions(options, help.parameterLabelRenderer());
        return layout.toString();
    }
}
