package org.smppra.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** What a correct adapter does, by the number of our checklist: the RAR as it is built. */
class PackagingChecklistIT {
    private static List<String> entries() throws IOException {
        try (ZipFile rar = new ZipFile(System.getProperty("it.rar"))) {
            return rar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    private static byte[] read(String entry) throws IOException {
        try (ZipFile rar = new ZipFile(System.getProperty("it.rar"));
                InputStream in = rar.getInputStream(rar.getEntry(entry))) {
            return in.readAllBytes();
        }
    }

    /** What is in the jars of the RAR, in all of them together. */
    private static List<String> inJars() throws IOException {
        List<String> all = new ArrayList<>();
        for (String jar :
                entries().stream().filter(each -> each.endsWith(".jar")).toList()) {
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(read(jar)))) {
                for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                    if (!each.isDirectory()) {
                        all.add(each.getName());
                    }
                }
            }
        }
        return all;
    }

    @Test
    void item_52_classes_are_in_jars_at_the_root_and_nowhere_else() throws Exception {
        assertThat(entries()).noneMatch(name -> name.endsWith(".class"));
        assertThat(entries())
                .filteredOn(name -> name.endsWith(".jar"))
                .hasSize(3)
                .allMatch(name -> !name.contains("/"))
                .allMatch(name -> name.startsWith("smpp-"));
        assertThat(entries()).filteredOn(name -> !name.endsWith(".jar")).allMatch(name -> name.startsWith("META-INF/"));
    }

    @Test
    void item_52_nothing_of_the_platform_and_no_logging_is_bundled() throws Exception {
        Set<String> classes = new HashSet<>(inJars());
        assertThat(classes)
                .filteredOn(name -> name.endsWith(".class"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("org/smppra/"));
        assertThat(classes).noneMatch(name -> name.startsWith("META-INF/services/"));
    }

    /** An ironjacamar.xml inside would activate it at once, and no administrator could set anything. */
    @Test
    void item_52_no_server_is_told_more_than_ra_xml() throws Exception {
        assertThat(entries())
                .filteredOn(name -> name.endsWith(".xml") && !name.startsWith("META-INF/maven/"))
                .containsExactly("META-INF/ra.xml");
    }

    @Test
    void item_52_every_class_that_ra_xml_names_is_in_a_jar_of_the_rar_or_of_the_platform() throws Exception {
        NodeList all = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(read("META-INF/ra.xml")))
                .getElementsByTagName("*");
        Set<String> classes = new HashSet<>(inJars());
        List<String> named = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            String text = all.item(i).getTextContent().trim();
            if (text.startsWith("org.smppra.") && !text.contains(" ")) {
                named.add(text.replace('.', '/') + ".class");
            }
        }
        assertThat(named).hasSizeGreaterThan(10);
        assertThat(classes).containsAll(named);
    }

    /** javax.transaction.xa is the JDK's; every other name of the old platform would not be found. */
    @Test
    void item_52_no_class_speaks_of_the_old_platform() throws Exception {
        List<String> old = List.of("javax/resource/", "javax/ejb/", "javax/validation/", "javax/transaction/Syn");
        for (String jar :
                entries().stream().filter(each -> each.endsWith(".jar")).toList()) {
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(read(jar)))) {
                for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                    String constants = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
                    assertThat(old).as(each.getName()).noneMatch(constants::contains);
                }
            }
        }
    }
}
