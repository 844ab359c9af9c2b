package org.smppra.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The descriptor, the beans with their annotations and docs/settings.md say the same. */
class RaXmlTest {
    private static final Path FILE = Path.of("src/main/rar/META-INF/ra.xml");

    @Test
    void ra_xml_is_what_annotations_and_the_settings_page_say() throws Exception {
        Path expected = Path.of("target/ra.xml");
        Files.writeString(expected, Descriptor.render());
        assertThat(FILE)
                .as("if this is as you want it, copy smpp-ra/target/ra.xml to it")
                .hasSameTextualContentAs(expected);
    }

    @Test
    void every_class_in_ra_xml_exists_and_has_an_interface_that_it_implements() throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(FILE.toFile());
        NodeList all = document.getElementsByTagName("*");
        int classes = 0;
        Class<?> before = Object.class;
        for (int i = 0; i < all.getLength(); i++) {
            String tag = all.item(i).getNodeName();
            if (tag.endsWith("-class") || tag.endsWith("-interface") || tag.equals("messagelistener-type")) {
                Class<?> named = Class.forName(all.item(i).getTextContent().trim());
                if (tag.endsWith("-impl-class") || tag.equals("adminobject-class")) {
                    assertThat(before).isAssignableFrom(named);
                }
                before = named;
                classes++;
            }
        }
        assertThat(classes).isEqualTo(15);
    }

    @Test
    void no_property_has_a_default_in_ra_xml_that_would_hide_the_adapters() throws Exception {
        assertThat(Files.readString(FILE)).doesNotContain("config-property-value");
    }
}
