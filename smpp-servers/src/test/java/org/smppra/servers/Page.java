package org.smppra.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A server's page. What an operator types stands in blocks, each with a name: {@code <!-- run: NAME -->} before it.
 *
 * @param blocks by name
 */
record Page(String text, Map<String, String> blocks) {
    private static final Pattern BLOCK =
            Pattern.compile("^ *<!-- run: (\\S+) -->\n *```sh\n(.*?)^ *```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^## (.*)$", Pattern.MULTILINE);

    static Page read(Path file) throws IOException {
        String text = Files.readString(file);
        Map<String, String> blocks = new TreeMap<>();
        BLOCK.matcher(text).results().forEach(block -> {
            if (blocks.put(block.group(1), block.group(2).stripIndent().strip()) != null) {
                throw new IllegalStateException(file + " has two blocks " + block.group(1));
            }
        });
        return new Page(text, blocks);
    }

    String block(String name) {
        String block = blocks.get(name);
        if (block == null) {
            throw new IllegalStateException("no <!-- run: " + name + " --> on the page");
        }
        return block;
    }

    List<String> headings() {
        return HEADING.matcher(text).results().map(heading -> heading.group(1)).toList();
    }
}
