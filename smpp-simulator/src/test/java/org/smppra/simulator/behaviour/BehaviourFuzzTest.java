package org.smppra.simulator.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody may type at the console or send by HTTP. */
class BehaviourFuzzTest {
    static Stream<byte[]> texts() {
        return Stream.concat(
                        BehaviourKind.catalogue().stream().map(BehaviourKind::name),
                        Stream.of(
                                "answer-status status=0x58 above=100 host=a systemId=shop count=50 for=30s",
                                "answer-status status=ESME_RMSGQFUL chance=12.5 every=3 bindType=transceiver",
                                "answer-late delay=\"2s\" command=submit_sm remote=127.0.0.1:50123",
                                "random-bytes interval=500ms \"a \\\"b\"=c"))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("texts")
    @FuzzTest
    void any_text_is_a_behaviour_that_reads_as_it_writes_or_is_refused_in_words(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        Behaviour behaviour;
        try {
            behaviour = Behaviour.parse(text);
        } catch (InvalidBehaviourException e) {
            assertThat(e).hasMessageMatching("(?s).{10,}");
            return;
        }
        Behaviour again = Behaviour.parse(behaviour.toString());
        assertThat(again).hasToString(behaviour.toString());
        assertThat(again.kind()).isEqualTo(behaviour.kind());
    }
}
