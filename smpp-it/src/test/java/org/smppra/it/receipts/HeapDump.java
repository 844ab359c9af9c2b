package org.smppra.it.receipts;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.netbeans.lib.profiler.heap.ArrayItemValue;
import org.netbeans.lib.profiler.heap.FieldValue;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;
import org.netbeans.lib.profiler.heap.Value;

/** The heap of a JVM, as it was: what keeps the class loaders in it that defined a class of some name. */
final class HeapDump {
    private final Heap heap;
    private final Map<String, List<Instance>> loaders = new HashMap<>();
    /** Objects keep their class, which a dump does not say as a reference; by the class's id, those of the loaders. */
    private final Map<Long, List<Instance>> objects = new HashMap<>();

    /** @param defined the names of classes that tell the loaders one wants to know of */
    HeapDump(Path file, List<String> defined) throws IOException {
        heap = HeapFactory.createHeap(mapped(file), 0);
        Set<Long> wanted = new HashSet<>();
        for (JavaClass one : classes()) {
            if (defined.contains(one.getName())) {
                loaders.computeIfAbsent(one.getName(), any -> new ArrayList<>()).add(one.getClassLoader());
                wanted.add(one.getClassLoader().getInstanceId());
            }
        }
        for (JavaClass one : classes()) {
            Instance loader = one.getClassLoader();
            if (loader != null && wanted.contains(loader.getInstanceId())) {
                objects.put(one.getJavaClassId(), new ArrayList<>());
            }
        }
        heap.getAllInstancesIterator().forEachRemaining(each -> {
            List<Instance> known = objects.get(((Instance) each).getJavaClass().getJavaClassId());
            if (known != null) {
                known.add((Instance) each);
            }
        });
    }

    /** Not by its name: then the library would keep what it found out in a directory beside it. */
    private static MappedByteBuffer mapped(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    @SuppressWarnings("unchecked") // the library is older than generics
    private List<JavaClass> classes() {
        return heap.getAllClasses();
    }

    /** What keeps each of the loaders with this class; soft references only where nothing else does. */
    List<Hold> holdsOf(String defined) {
        List<Hold> holds = new ArrayList<>();
        for (Instance loader : loaders.getOrDefault(defined, List.of())) {
            holds.add(hold(loader, false)
                    .or(() -> hold(loader, true))
                    .orElseGet(() -> new Hold("nothing but weak references", List.of())));
        }
        return holds;
    }

    /** Breadth first against the references, so that the first root is the nearest. */
    private Optional<Hold> hold(Instance held, boolean softly) {
        Map<Long, Reference> seen = new HashMap<>();
        Queue<Instance> next = new ArrayDeque<>(List.of(held));
        seen.put(held.getInstanceId(), new Reference(held, new Hold.Step("", "", false)));
        while (!next.isEmpty()) {
            Instance object = next.remove();
            if (object.isGCRoot()) {
                return Optional.of(way(seen, object, held));
            }
            for (Reference reference : holders(object)) {
                if ((softly || !reference.step().isSoft())
                        && seen.putIfAbsent(reference.holder().getInstanceId(), new Reference(object, reference.step()))
                                == null) {
                    next.add(reference.holder());
                }
            }
        }
        return Optional.empty();
    }

    private Hold way(Map<Long, Reference> seen, Instance root, Instance held) {
        List<Hold.Step> steps = new ArrayList<>();
        for (Instance at = root; at.getInstanceId() != held.getInstanceId(); ) {
            Reference reference = seen.get(at.getInstanceId());
            steps.add(reference.step());
            at = reference.holder();
        }
        return new Hold(heap.getGCRoot(root).getKind(), Collections.unmodifiableList(steps));
    }

    /** Without those by references that keep nothing alive. */
    private List<Reference> holders(Instance object) {
        List<Reference> holders = new ArrayList<>();
        for (Object each : object.getReferences()) {
            Value value = (Value) each;
            Instance holder = value.getDefiningInstance();
            boolean isReferent = value instanceof FieldValue of
                    && of.getField().getName().equals("referent")
                    && of.getField().getDeclaringClass().getName().equals(java.lang.ref.Reference.class.getName());
            boolean isSoft = isReferent && isSoft(holder.getJavaClass());
            if (isSoft || !isReferent) {
                holders.add(new Reference(holder, new Hold.Step(name(holder), field(value), isSoft)));
            }
        }
        for (Instance one : objects.getOrDefault(object.getInstanceId(), List.of())) {
            holders.add(new Reference(one, new Hold.Step(name(one), "is one of", false)));
        }
        return holders;
    }

    private static boolean isSoft(JavaClass one) {
        return one != null
                && (one.getName().equals(java.lang.ref.SoftReference.class.getName()) || isSoft(one.getSuperClass()));
    }

    private String name(Instance object) {
        JavaClass itself = heap.getJavaClassByID(object.getInstanceId());
        return itself == null ? object.getJavaClass().getName() : "class " + itself.getName();
    }

    private static String field(Value value) {
        return value instanceof ArrayItemValue
                ? "[]"
                : "." + ((FieldValue) value).getField().getName();
    }

    private record Reference(Instance holder, Hold.Step step) {}
}
