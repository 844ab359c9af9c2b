package org.smppra.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.smppra.DeliveryReceiptListener;
import org.smppra.ShortMessageListener;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.ra.outbound.SmppManagedConnectionFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The descriptor says what the beans have, property by property. */
class RaXmlTest {
    private final Document document = read();

    private static Document read() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Path.of("src/main/rar/META-INF/ra.xml").toFile());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> ofBean(Class<?> bean) throws IntrospectionException {
        Map<String, String> properties = new TreeMap<>();
        for (PropertyDescriptor each : Introspector.getBeanInfo(bean).getPropertyDescriptors()) {
            if (each.getPropertyType() != null
                    && each.getPropertyType().getName().startsWith("java.lang.")
                    && each.getWriteMethod() != null) {
                properties.put(each.getName(), each.getPropertyType().getName());
            }
        }
        return properties;
    }

    /** The config-property elements that are children of the parent of the element with this text. */
    private Map<String, String> ofDescriptor(Class<?> bean, int occurrence) {
        NodeList all = document.getElementsByTagName("*");
        int seen = 0;
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.getTagName().endsWith("-class")
                    && element.getTextContent().trim().equals(bean.getName())
                    && seen++ == occurrence) {
                return children((Element) element.getParentNode());
            }
        }
        throw new AssertionError(bean + " is not in ra.xml");
    }

    private static Map<String, String> children(Element parent) {
        Map<String, String> properties = new TreeMap<>();
        for (int i = 0; i < parent.getChildNodes().getLength(); i++) {
            if (parent.getChildNodes().item(i) instanceof Element child
                    && child.getTagName().equals("config-property")) {
                properties.put(text(child, "config-property-name"), text(child, "config-property-type"));
            }
        }
        return properties;
    }

    private static String text(Element parent, String tag) {
        return parent.getElementsByTagName(tag).item(0).getTextContent().trim();
    }

    @Test
    void the_adapter_has_the_properties_that_ra_xml_says() throws Exception {
        assertThat(ofDescriptor(SmppResourceAdapter.class, 0)).isEqualTo(ofBean(SmppResourceAdapter.class));
    }

    @Test
    void the_factory_has_the_properties_that_ra_xml_says() throws Exception {
        assertThat(ofDescriptor(SmppManagedConnectionFactory.class, 0))
                .isEqualTo(ofBean(SmppManagedConnectionFactory.class));
    }

    @Test
    void every_activation_has_the_properties_that_ra_xml_says() throws Exception {
        assertThat(ofDescriptor(SmppActivationSpec.class, 0)).isEqualTo(ofBean(SmppActivationSpec.class));
        assertThat(ofDescriptor(SmppActivationSpec.class, 1)).isEqualTo(ofBean(SmppActivationSpec.class));
    }

    @Test
    void every_class_in_ra_xml_exists() throws Exception {
        NodeList all = document.getElementsByTagName("*");
        int classes = 0;
        for (int i = 0; i < all.getLength(); i++) {
            String tag = ((Element) all.item(i)).getTagName();
            if (tag.endsWith("-class") || tag.endsWith("-interface") || tag.equals("messagelistener-type")) {
                assertThat(Class.forName(all.item(i).getTextContent().trim())).isNotNull();
                classes++;
            }
        }
        assertThat(classes).isEqualTo(11);
        assertThat(document.getDocumentElement().getTextContent())
                .contains(DeliveryReceiptListener.class.getName())
                .contains(ShortMessageListener.class.getName());
    }

    @Test
    void every_password_is_confidential_and_nothing_else() {
        NodeList all = document.getElementsByTagName("config-property");
        for (int i = 0; i < all.getLength(); i++) {
            Element property = (Element) all.item(i);
            boolean confidential = property.getElementsByTagName("config-property-confidential")
                            .getLength()
                    > 0;
            String name = text(property, "config-property-name");
            assertThat(confidential)
                    .as(name)
                    .isEqualTo(name.toLowerCase(java.util.Locale.ROOT).endsWith("password"));
        }
    }

    @Test
    void no_property_has_a_default_in_ra_xml_that_would_hide_the_adapters() {
        assertThat(document.getElementsByTagName("config-property-value").getLength())
                .isZero();
    }
}
