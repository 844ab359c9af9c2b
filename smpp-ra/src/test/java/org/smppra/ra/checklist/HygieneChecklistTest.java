package org.smppra.ra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smppra.message.Tlvs;
import org.smppra.ra.container.AdapterLoader;
import org.smppra.ra.container.StrictServer;
import org.smppra.ra.container.TinyTransactions;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.Simulator;

/** What a correct adapter does, by the number of our checklist: it leaves nothing behind. */
class HygieneChecklistTest {
    @TempDir
    private Path directory;

    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.builder().freePorts().start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static List<Class<?>> ourClasses() throws Exception {
        List<Class<?>> all = new ArrayList<>();
        for (URL place : AdapterLoader.places()) {
            Path root = Path.of(place.toURI());
            if (Files.isDirectory(root)) {
                addClasses(root, all);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(root)) {
                    addClasses(jar.getPath("/"), all);
                }
            }
        }
        return all;
    }

    private static void addClasses(Path root, List<Class<?>> all) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replaceAll("[/\\\\]", ".");
                if (!name.endsWith("-info.class")) {
                    all.add(Class.forName(name.substring(0, name.length() - ".class".length())));
                }
            }
        }
    }

    private static boolean holdsState(Field field) {
        try {
            field.setAccessible(true);
            Object value = field.get(null);
            boolean collection = value instanceof Collection || value instanceof Map;
            String kind = value == null ? "" : value.getClass().getName();
            return value instanceof ThreadLocal
                    || value instanceof Thread
                    || value instanceof ClassLoader
                    || collection && !kind.matches("java.util.(ImmutableCollections.*|Collections.Unmod.*|.*Enum.*)");
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Values only: nothing static is ever set, keeps what was put into it, or belongs to a thread. */
    @Test
    void item_51_nothing_static_holds_state() throws Exception {
        List<Class<?>> classes = ourClasses();
        assertThat(classes).hasSizeGreaterThan(300);
        List<String> wrong = classes.stream()
                .flatMap(each -> Stream.of(each.getDeclaredFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .filter(field -> !Modifier.isFinal(field.getModifiers()) || holdsState(field))
                .map(Field::toString)
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void item_51_no_class_can_have_a_thread_local_or_a_shutdown_hook() throws Exception {
        for (Class<?> each : ourClasses()) {
            String file = each.getName().replace('.', '/') + ".class";
            try (var in = each.getClassLoader().getResourceAsStream(file)) {
                String constants = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(constants)
                        .as(each.getName())
                        .doesNotContain("java/lang/ThreadLocal", "addShutdownHook", "java/util/logging/Level");
            }
        }
    }

    /** Deploys, binds, delivers, submits nothing, undeploys. @return what must be gone then */
    private WeakReference<ClassLoader> deployOnce(int round) throws Exception {
        AdapterLoader loader = new AdapterLoader();
        StrictServer server = new StrictServer(new TinyTransactions());
        ResourceAdapter adapter = (ResourceAdapter) make(loader, "org.smppra.ra.SmppResourceAdapter");
        String hosts = simulator.hosts().stream().map(SimulatedHost::address).collect(Collectors.joining(","));
        set(adapter, "setHosts", hosts);
        set(adapter, "setSystemId", "shop");
        set(adapter, "setAccount", "round" + round);
        set(adapter, "setOutboxDirectory", directory.resolve("round" + round).toString());
        adapter.start(server);
        ActivationSpec spec = (ActivationSpec) make(loader, "org.smppra.ra.inbound.SmppActivationSpec");
        set(spec, "setAccount", "round" + round);
        CountDownLatch delivered = new CountDownLatch(1);
        MessageEndpointFactory bean = bean(loader, delivered);
        adapter.endpointActivation(bean, spec);
        simulator.sendReport("shop", "id:" + round + " stat:DELIVRD", Tlvs.empty());
        assertThat(delivered.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(beansInJmx()).isNotEmpty();
        adapter.endpointDeactivation(bean, spec);
        adapter.stop();
        server.check();
        assertThat(beansInJmx()).isEmpty();
        loader.close();
        return new WeakReference<>(loader);
    }

    private static Object make(ClassLoader loader, String name) throws Exception {
        Class<?> type = Class.forName(name, true, loader);
        assertThat(type.getClassLoader()).isSameAs(loader);
        return type.getConstructor().newInstance();
    }

    private static void set(Object bean, String setter, String value) throws Exception {
        bean.getClass().getMethod(setter, String.class).invoke(bean, value);
    }

    /** Its listener type is the class of that loader, so that the bean must be a proxy. */
    private static MessageEndpointFactory bean(ClassLoader loader, CountDownLatch delivered) throws Exception {
        Class<?> listener = Class.forName("org.smppra.DeliveryReceiptListener", true, loader);
        Class<?>[] types = {MessageEndpoint.class, listener};
        Object endpoint = Proxy.newProxyInstance(loader, types, (proxy, method, args) -> {
            if (method.getName().equals("onDeliveryReceipt")) {
                delivered.countDown();
            }
            return null;
        });
        return (MessageEndpointFactory) Proxy.newProxyInstance(
                loader,
                new Class<?>[] {MessageEndpointFactory.class},
                (proxy, method, args) -> answer(method, listener, endpoint));
    }

    private static Object answer(Method method, Class<?> listener, Object endpoint) {
        return switch (method.getName()) {
            case "createEndpoint" -> endpoint;
            case "getEndpointClass" -> listener;
            case "isDeliveryTransacted" -> false;
            case "hashCode" -> 1;
            default -> null;
        };
    }

    private static Collection<ObjectName> beansInJmx() throws Exception {
        return ManagementFactory.getPlatformMBeanServer().queryNames(new ObjectName("org.smppra:*"), null);
    }

    /** The JDK (17) keeps, for records, the component type that it compared last, and with it that type's loader. */
    private record Another(StringBuilder text) {}

    @Test
    void item_51_an_undeployed_adapter_leaves_no_class_no_thread_and_no_bean_in_jmx() throws Exception {
        List<WeakReference<ClassLoader>> undeployed = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            undeployed.add(deployOnce(round));
        }
        Another same = new Another(new StringBuilder());
        assertThat(same).isEqualTo(new Another(same.text()));
        assertThat(simulator.await(
                        () -> {
                            System.gc();
                            return undeployed.stream().allMatch(each -> each.refersTo(null));
                        },
                        java.time.Duration.ofSeconds(60)))
                .as("every loader is collected")
                .isTrue();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("smpp-round"));
    }
}
