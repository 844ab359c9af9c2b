package org.smppra.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecentTest {
    private static final int CAPACITY = 3_000;

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void knows_of_the_newest_what_a_map_knows(long seed) {
        Random random = new Random(seed);
        RecentBound bound = new RecentBound(CAPACITY, Duration.ofDays(1));
        Recent recent = new Recent(bound);
        Map<String, String> map = new LinkedHashMap<>();
        int surely = CAPACITY - bound.pageItems();
        for (int i = 0; i < 50_000; i++) {
            String key = "key" + random.nextInt(20_000);
            recent.add(i, key, octets("value" + i));
            map.remove(key);
            map.put(key, "value" + i);
            String other = "key" + random.nextInt(20_000);
            byte[] found = recent.find(other, 0);
            String expected = map.get(other);
            if (expected == null) {
                assertThat(found).isNull();
            } else if (i - Integer.parseInt(expected.substring(5)) < surely) {
                assertThat(found).isEqualTo(octets(expected));
            } else if (i - Integer.parseInt(expected.substring(5)) > CAPACITY) {
                assertThat(found).isNull();
            }
        }
        assertThat(bound.forgotten()).isBetween(50_000L - CAPACITY, 50_000L - surely);
    }
}
