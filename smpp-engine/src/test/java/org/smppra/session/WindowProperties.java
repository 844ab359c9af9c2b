package org.smppra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WindowProperties {
    /** Against a map: random opens and closes, starting just below the last sequence number. */
    @Property
    void holds_what_a_map_would_hold(
            @ForAll @IntRange(min = 1, max = 33) int size,
            @ForAll @Size(max = 300) List<@IntRange(min = -40, max = 40) Integer> steps) {
        Window<Integer> window = new Window<>(size);
        Map<Integer, Integer> model = new HashMap<>();
        int next = Integer.MAX_VALUE - 50;
        for (int step : steps) {
            if (step > 0 && !window.isFull() && window.isFree(next)) {
                window.open(next, next, 0);
                model.put(next, next);
            }
            if (step <= 0) {
                assertThat(window.close(next + step)).isEqualTo(model.remove(next + step));
            }
            next = next == Integer.MAX_VALUE ? 1 : next + 1;
            assertThat(window.outstanding()).isEqualTo(model.size());
            assertThat(window.isFull()).isEqualTo(model.size() == size);
        }
    }
}
