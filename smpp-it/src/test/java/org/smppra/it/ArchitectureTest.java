package org.smppra.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the floors of docs/ARCHITECTURE.md: a package sees only floors below its own. */
@AnalyzeClasses(packages = "org.smppra", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** From the ground up; packages on one line stand on one floor and do not see each other. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("message"),
            List.of(""),
            List.of("pdu", "text", "journal"),
            List.of("profile", "codec"),
            List.of("session", "outbox"),
            List.of("link", "inbox"),
            List.of("gateway"),
            List.of("dispatch", "delivery"),
            List.of("engine"),
            List.of("ra.settings"),
            List.of("ra.outbound", "ra.inbound", "ra.management"),
            List.of("ra"));

    private static final String[] OTHER_PRODUCTS = {
        "org.smppra.simulator..",
        "org.smppra.testing..",
        "org.smppra.sample..",
        "org.smppra.demo..",
        "org.smppra.benchmark..",
        "org.smppra.it.."
    };

    private static String packageOf(String name) {
        return name.isEmpty() ? "org.smppra" : "org.smppra." + name;
    }

    @ArchTest
    static void a_package_sees_only_floors_below(JavaClasses classes) {
        var floors = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (List<String> floor : FLOORS) {
            for (String name : floor) {
                floors = floors.layer(packageOf(name)).definedBy(packageOf(name));
            }
        }
        for (int i = 0; i < FLOORS.size(); i++) {
            String[] above = FLOORS.subList(i + 1, FLOORS.size()).stream()
                    .flatMap(Collection::stream)
                    .map(ArchitectureTest::packageOf)
                    .toArray(String[]::new);
            for (String name : FLOORS.get(i)) {
                floors = above.length == 0
                        ? floors.whereLayer(packageOf(name)).mayNotBeAccessedByAnyLayer()
                        : floors.whereLayer(packageOf(name)).mayOnlyBeAccessedByLayers(above);
            }
        }
        floors.check(classes);
    }

    @ArchTest
    static void every_package_of_the_product_has_a_floor(JavaClasses classes) {
        List<String> known = FLOORS.stream()
                .flatMap(Collection::stream)
                .map(ArchitectureTest::packageOf)
                .toList();
        List<String> packages = classes.stream()
                .filter(c -> Arrays.stream(OTHER_PRODUCTS)
                        .noneMatch(other -> c.getPackageName().startsWith(other.replace("..", ""))))
                .map(JavaClass::getPackageName)
                .distinct()
                .collect(Collectors.toList());
        assertThat(known).containsAll(packages);
    }

    @ArchTest
    static void no_package_circles(JavaClasses classes) {
        ArchRule rule = slices().matching("org.smppra.(**)").should().beFreeOfCycles();
        rule.check(classes);
    }

    @ArchTest
    static void no_jakarta_below_the_adapter(JavaClasses classes) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages("org.smppra.ra..", "org.smppra.sample..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "javax.resource..");
        rule.check(classes);
    }

    /** The journal has the channels of files, and no others. */
    @ArchTest
    static void sockets_only_in_link(JavaClasses classes) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(with("org.smppra.link"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Socket.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ServerSocket.class)
                .orShould()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of java.nio.channels, but those of files in journal", ArchitectureTest::isNetworkChannel));
        rule.check(classes);
    }

    @ArchTest
    static void files_only_in_journal(JavaClasses classes) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(with("org.smppra.journal"))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(FileChannel.class, FileLock.class);
        rule.check(classes);
    }

    private static boolean isNetworkChannel(JavaClass type) {
        return type.getPackageName().startsWith("java.nio.channels")
                && !Set.of(
                                FileChannel.class.getName(),
                                FileLock.class.getName(),
                                ClosedChannelException.class.getName(),
                                OverlappingFileLockException.class.getName())
                        .contains(type.getName());
    }

    /** The adapter may ask for the time of a deadline it was given; nothing below the composition root may. */
    @ArchTest
    static void clocks_only_in_engine(JavaClasses classes) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(with("org.smppra.engine", "org.smppra.ra.."))
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class);
        rule.check(classes);
    }

    @ArchTest
    static void threads_only_made_in_engine_and_adapter(JavaClasses classes) {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackages(with("org.smppra.engine", "org.smppra.ra.inbound"))
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "of a thread", call -> call.getTargetOwner().isAssignableTo(Thread.class)));
        rule.check(classes);
    }

    @ArchTest
    static void no_octets_in_records(JavaClasses classes) {
        ArchRule rule = classes().that().areRecords().should(new ArchCondition<>("have no byte[] component") {
            @Override
            public void check(JavaClass record, ConditionEvents events) {
                for (JavaField field : record.getFields()) {
                    if (field.getRawType().isEquivalentTo(byte[].class)) {
                        events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is a byte[]"));
                    }
                }
            }
        });
        rule.check(classes);
    }

    @ArchTest
    static void no_public_fields(JavaClasses classes) {
        ArchRule rule = fields().that()
                .areDeclaredInClassesThat()
                .areNotEnums()
                .and()
                .doNotHaveModifier(JavaModifier.STATIC)
                .should()
                .notBePublic();
        rule.check(classes);
    }

    @ArchTest
    static void nothing_static_changes(JavaClasses classes) {
        ArchRule rule = fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal();
        rule.check(classes);
    }

    @ArchTest
    static void plain_names(JavaClasses classes) {
        ArchRule rule = noClasses()
                .should()
                .haveNameMatching(".*((?<!Connection)Manager|Handler|Impl|Helper|Utils?)$")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..");
        rule.check(classes);
    }

    private static String[] with(String... packages) {
        String[] all = Arrays.copyOf(packages, packages.length + OTHER_PRODUCTS.length);
        System.arraycopy(OTHER_PRODUCTS, 0, all, packages.length, OTHER_PRODUCTS.length);
        return all;
    }
}
