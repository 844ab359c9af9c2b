package org.smppra.it.receipts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What keeps an object alive: the shortest way to it from where a collection begins.
 *
 * @param root what it begins at
 * @param steps from there, the last one holds the object
 */
record Hold(String root, List<Step> steps) {
    /**
     * One reference.
     *
     * @param holder the class of the object that has it, {@code class X} where that is a class itself
     * @param isSoft whether it is let go when memory is short
     */
    record Step(String holder, String field, boolean isSoft) {
        /** Whether it is a class below a package, or an object of such. */
        boolean isOf(String packageName) {
            return holder.startsWith(packageName + ".") || holder.startsWith("class " + packageName + ".");
        }

        @Override
        public String toString() {
            return holder + " " + field + (isSoft ? " (soft)" : "");
        }
    }

    boolean isSoft() {
        return steps.stream().anyMatch(Step::isSoft);
    }

    /** Whether code of this package has a part in it, other than that its own class, at the end, is what is kept. */
    boolean isBy(String packageName) {
        return steps.stream().limit(Math.max(0, steps.size() - 1)).anyMatch(step -> step.isOf(packageName));
    }

    /** How many are kept in which way, with an example of each: which class it is, at the end, makes no other way. */
    static String describe(String what, List<Hold> holds) {
        Map<String, List<Hold>> ways =
                new TreeMap<>(holds.stream().collect(Collectors.groupingBy(hold -> hold.text(hold.steps.size() - 1))));
        return ways.values().stream()
                .map(way -> way.size() + " class loaders of " + what + " by\n" + way.get(0) + "\n")
                .collect(Collectors.joining());
    }

    /** A line for each object; several alike in a row, such as the entries of a chain, are one. */
    @Override
    public String toString() {
        return text(steps.size());
    }

    private String text(int length) {
        StringBuilder lines = new StringBuilder("  ").append(root);
        String last = "";
        for (Step step : steps.subList(0, Math.max(0, length))) {
            if (!last.equals(step.toString())) {
                lines.append("\n  - ").append(step);
            }
            last = step.toString();
        }
        return lines.toString();
    }
}
