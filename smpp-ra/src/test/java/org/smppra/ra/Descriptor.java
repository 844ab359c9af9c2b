package org.smppra.ra;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.AdministeredObject;
import jakarta.resource.spi.AuthenticationMechanism;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.Connector;
import jakarta.resource.spi.security.PasswordCredential;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.smppra.engine.Property;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.ra.management.AdapterOperations;
import org.smppra.ra.outbound.SmppManagedConnectionFactory;

/**
 * ra.xml as it has to be: classes, levels and confidentiality by the beans' annotations, properties in the order of
 * {@link Property}, descriptions by docs/settings.md.
 */
final class Descriptor {
    private static final Pattern LINE = Pattern.compile("\\| (\\w+) \\| (\\w+) \\| (.*) \\|");

    private final StringBuilder xml = new StringBuilder();
    private final Map<String, String> descriptions = new HashMap<>();
    private int depth;

    private Descriptor() throws IOException {
        for (String line : Files.readAllLines(Path.of("../docs/settings.md"))) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                descriptions.put(matcher.group(1), matcher.group(3));
            }
        }
    }

    static String render() throws IOException, IntrospectionException {
        Descriptor descriptor = new Descriptor();
        descriptor.connector();
        return descriptor.xml.toString();
    }

    private void line(String text) {
        xml.append("  ".repeat(depth)).append(text).append('\n');
    }

    private void open(String tag) {
        line("<" + tag + ">");
        depth++;
    }

    private void close(String tag) {
        depth--;
        line("</" + tag + ">");
    }

    private void leaf(String tag, Object value) {
        String text = String.valueOf(value).replace("&", "&amp;").replace("<", "&lt;");
        line("<" + tag + ">" + text + "</" + tag + ">");
    }

    private void leaf(String tag, Class<?> type) {
        leaf(tag, type.getName());
    }

    private void connector() throws IntrospectionException {
        Connector connector = SmppResourceAdapter.class.getAnnotation(Connector.class);
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line("<connector xmlns=\"https://jakarta.ee/xml/ns/jakartaee\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
        line("           xsi:schemaLocation=\"https://jakarta.ee/xml/ns/jakartaee"
                + " https://jakarta.ee/xml/ns/jakartaee/connector_2_1.xsd\"");
        line("           version=\"2.1\" metadata-complete=\"true\">");
        depth++;
        leaf("display-name", connector.displayName()[0]);
        leaf("vendor-name", connector.vendorName());
        leaf("eis-type", connector.eisType());
        leaf("resourceadapter-version", connector.version());
        open("license");
        leaf("description", "Apache License 2.0");
        leaf("license-required", connector.licenseRequired());
        close("license");
        resourceAdapter(connector);
        close("connector");
    }

    private void resourceAdapter(Connector connector) throws IntrospectionException {
        line("<resourceadapter id=\"SmppResourceAdapter\">");
        depth++;
        leaf("resourceadapter-class", SmppResourceAdapter.class);
        properties(SmppResourceAdapter.class);
        open("outbound-resourceadapter");
        connectionDefinition();
        leaf("transaction-support", connector.transactionSupport());
        for (AuthenticationMechanism each : connector.authMechanisms()) {
            open("authentication-mechanism");
            leaf("authentication-mechanism-type", each.authMechanism());
            leaf("credential-interface", PasswordCredential.class);
            close("authentication-mechanism");
        }
        leaf("reauthentication-support", connector.reauthenticationSupport());
        close("outbound-resourceadapter");
        open("inbound-resourceadapter");
        open("messageadapter");
        for (Class<?> listener :
                SmppActivationSpec.class.getAnnotation(Activation.class).messageListeners()) {
            messageListener(listener);
        }
        close("messageadapter");
        close("inbound-resourceadapter");
        for (Class<?> type :
                AdapterOperations.class.getAnnotation(AdministeredObject.class).adminObjectInterfaces()) {
            line("<adminobject id=\"" + type.getSimpleName() + "\">");
            depth++;
            leaf("adminobject-interface", type);
            leaf("adminobject-class", AdapterOperations.class);
            properties(AdapterOperations.class);
            close("adminobject");
        }
        close("resourceadapter");
    }

    private void connectionDefinition() throws IntrospectionException {
        ConnectionDefinition definition = SmppManagedConnectionFactory.class.getAnnotation(ConnectionDefinition.class);
        line("<connection-definition id=\"" + definition.connectionFactory().getSimpleName() + "\">");
        depth++;
        leaf("managedconnectionfactory-class", SmppManagedConnectionFactory.class);
        properties(SmppManagedConnectionFactory.class);
        leaf("connectionfactory-interface", definition.connectionFactory());
        leaf("connectionfactory-impl-class", definition.connectionFactoryImpl());
        leaf("connection-interface", definition.connection());
        leaf("connection-impl-class", definition.connectionImpl());
        close("connection-definition");
    }

    /** With a stable id: some servers make a container for each, and name it so. */
    private void messageListener(Class<?> listener) throws IntrospectionException {
        line("<messagelistener id=\"" + listener.getSimpleName() + "\">");
        depth++;
        leaf("messagelistener-type", listener);
        open("activationspec");
        leaf("activationspec-class", SmppActivationSpec.class);
        properties(SmppActivationSpec.class);
        close("activationspec");
        close("messagelistener");
    }

    private void properties(Class<?> bean) throws IntrospectionException {
        Map<String, PropertyDescriptor> has = new HashMap<>();
        for (PropertyDescriptor each : Introspector.getBeanInfo(bean).getPropertyDescriptors()) {
            has.put(each.getName(), each);
        }
        for (Property property : Property.values()) {
            PropertyDescriptor each = has.get(property.toString());
            if (each == null || each.getWriteMethod() == null) {
                continue;
            }
            open("config-property");
            leaf("description", descriptions.get(each.getName()));
            leaf("config-property-name", each.getName());
            leaf("config-property-type", each.getPropertyType());
            if (each.getWriteMethod().getAnnotation(ConfigProperty.class).confidential()) {
                leaf("config-property-confidential", true);
            }
            close("config-property");
        }
    }
}
