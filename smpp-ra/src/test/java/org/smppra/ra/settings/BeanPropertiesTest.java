package org.smppra.ra.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.spi.ConfigProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smppra.engine.Property;
import org.smppra.ra.SmppResourceAdapter;
import org.smppra.ra.inbound.SmppActivationSpec;
import org.smppra.ra.outbound.SmppManagedConnectionFactory;

/** The beans and their annotations have the engine's properties, each where the settings page says. */
class BeanPropertiesTest {
    private static Map<String, PropertyDescriptor> of(Class<?> bean) throws Exception {
        return Arrays.stream(Introspector.getBeanInfo(bean).getPropertyDescriptors())
                .filter(each -> each.getWriteMethod() != null)
                .filter(each -> each.getWriteMethod().isAnnotationPresent(ConfigProperty.class))
                .collect(Collectors.toMap(PropertyDescriptor::getName, each -> each, (a, b) -> a, TreeMap::new));
    }

    private static Map<String, PropertyDescriptor> all() throws Exception {
        Map<String, PropertyDescriptor> beans = new TreeMap<>(of(SmppResourceAdapter.class));
        beans.putAll(of(SmppActivationSpec.class));
        return beans;
    }

    /** The properties under the headings that name this place. */
    private static Set<String> ofPage(String place) throws Exception {
        Set<String> properties = new TreeSet<>();
        boolean here = false;
        List<String> words =
                Arrays.stream(Property.values()).map(Property::toString).toList();
        for (String line : Files.readAllLines(Path.of("../docs/settings.md"))) {
            here = line.startsWith("## ")
                    ? line.toLowerCase(java.util.Locale.ROOT).contains(place)
                    : here;
            String[] cells = line.split(" \\| ");
            String name = cells[0].replace("| ", "");
            if (here && words.contains(name)) {
                properties.add(name);
            }
        }
        return properties;
    }

    @Test
    void the_beans_have_the_engines_properties_and_their_types() throws Exception {
        Map<String, Class<?>> beans = new TreeMap<>();
        all().forEach((name, each) -> beans.put(name, each.getPropertyType()));
        Map<String, Class<?>> engine = new TreeMap<>();
        for (Property property : Property.values()) {
            engine.put(property.toString(), property.type());
        }
        assertThat(beans).isEqualTo(engine);
    }

    @Test
    void each_bean_has_the_properties_that_the_settings_page_says() throws Exception {
        assertThat(of(SmppResourceAdapter.class).keySet()).isEqualTo(ofPage("adapter"));
        assertThat(of(SmppManagedConnectionFactory.class).keySet()).isEqualTo(ofPage("connection factory"));
        assertThat(of(SmppActivationSpec.class).keySet()).isEqualTo(ofPage("activation"));
    }

    @Test
    void every_setter_of_a_bean_is_a_property() throws Exception {
        for (Class<?> bean :
                List.of(SmppResourceAdapter.class, SmppManagedConnectionFactory.class, SmppActivationSpec.class)) {
            assertThat(Arrays.stream(Introspector.getBeanInfo(bean).getPropertyDescriptors())
                            .filter(each -> each.getWriteMethod() != null)
                            .filter(each -> each.getPropertyType().getName().startsWith("java.lang."))
                            .map(PropertyDescriptor::getName))
                    .containsExactlyElementsOf(of(bean).keySet());
        }
    }

    @Test
    void the_constraints_of_the_annotations_are_the_engines() throws Exception {
        Map<String, PropertyDescriptor> beans = all();
        for (Property property : Property.values()) {
            Method getter = beans.get(property.toString()).getReadMethod();
            Min min = getter.getAnnotation(Min.class);
            Max max = getter.getAnnotation(Max.class);
            Size size = getter.getAnnotation(Size.class);
            boolean number = property.type() == Integer.class;
            assertThat(min == null ? Integer.MIN_VALUE : min.value())
                    .as(property + " min")
                    .isEqualTo(number ? property.min() : Integer.MIN_VALUE);
            assertThat(max == null ? Integer.MAX_VALUE : max.value())
                    .as(property + " max")
                    .isEqualTo(number ? property.max() : Integer.MAX_VALUE);
            assertThat(size == null ? Integer.MAX_VALUE : size.max())
                    .as(property + " size")
                    .isEqualTo(property.type() == String.class ? property.max() : Integer.MAX_VALUE);
        }
    }

    @Test
    void a_pattern_takes_the_default_and_no_word_that_is_none() throws Exception {
        Map<String, PropertyDescriptor> beans = all();
        int patterns = 0;
        for (Property property : Property.values()) {
            Pattern pattern = beans.get(property.toString()).getReadMethod().getAnnotation(Pattern.class);
            if (pattern != null) {
                patterns++;
                assertThat("SOMETIMES").as(property.toString()).doesNotMatch(pattern.regexp());
                if (property.otherwise() != null) {
                    assertThat((String) property.otherwise()).matches(pattern.regexp());
                }
            }
        }
        assertThat(patterns).isEqualTo(8);
    }
}
