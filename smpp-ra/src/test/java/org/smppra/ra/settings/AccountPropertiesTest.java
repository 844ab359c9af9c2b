package org.smppra.ra.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smppra.engine.Property;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.ra.outbound.SmppManagedConnectionFactory;

class AccountPropertiesTest {
    private static AccountProperties minimal() {
        AccountProperties properties = new AccountProperties();
        properties.setHosts("a.example");
        properties.setSystemId("shop");
        return properties;
    }

    private static Map<String, Class<?>> ofBean(Class<?> bean) throws Exception {
        return Arrays.stream(Introspector.getBeanInfo(bean).getPropertyDescriptors())
                .filter(each -> each.getWriteMethod() != null)
                .filter(each -> each.getPropertyType().getName().startsWith("java.lang."))
                .collect(Collectors.toMap(PropertyDescriptor::getName, PropertyDescriptor::getPropertyType));
    }

    @Test
    void the_beans_have_the_engines_properties_and_their_types() throws Exception {
        Map<String, Class<?>> beans = new TreeMap<>(ofBean(SmppManagedConnectionFactory.class));
        beans.putAll(ofBean(SmppActivationSpec.class));
        beans.remove("submitMode"); // what a transaction means to it is the adapter's
        Map<String, Class<?>> engine = new TreeMap<>();
        for (Property property : Property.values()) {
            engine.put(property.toString(), property.type());
        }
        assertThat(beans).isEqualTo(engine);
    }

    @Test
    void what_is_not_set_here_is_the_adapters() {
        AccountProperties factory = new AccountProperties();
        factory.setWindowSize(7);
        factory.setSystemId(" "); // as servers set what an administrator left empty
        assertThat(factory.settings(minimal()).gateway().session().windowSize()).isEqualTo(7);
        assertThat(factory.settings(minimal()).gateway().credentials().systemId())
                .isEqualTo("shop");
    }

    @Test
    void a_value_that_cannot_be_is_refused_with_the_propertys_name() {
        AccountProperties properties = minimal();
        properties.setWindowSize(0);
        assertThatThrownBy(() -> properties.settings(new AccountProperties()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("windowSize: 0");
    }
}
