package org.smppra.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.smppra.outbox.XaCalls.Call;

/** Each call in each state of a branch, by the same and by another resource, and again after a restart. X/Open XA 6.3. */
class XaStateTableTest {
    private static final String TABLE =
            """
                              NONE  ACTIVE SUSPENDED IDLE  EMPTY  PREPARED FAILED HEURCOM HEURRB
            START             OK    DUPID  DUPID     DUPID DUPID  DUPID    DUPID  DUPID   DUPID
            JOIN              NOTA  PROTO  PROTO     OK    OK     PROTO    RB     PROTO   PROTO
            RESUME            NOTA  PROTO  OK        PROTO PROTO  PROTO    PROTO  PROTO   PROTO
            END               NOTA  OK     OK        PROTO PROTO  PROTO    PROTO  PROTO   PROTO
            FAIL              NOTA  OK     OK        PROTO PROTO  PROTO    PROTO  PROTO   PROTO
            SUSPEND           NOTA  OK     PROTO     PROTO PROTO  PROTO    PROTO  PROTO   PROTO
            OTHER_START       OK    DUPID  DUPID     DUPID DUPID  DUPID    DUPID  DUPID   DUPID
            OTHER_JOIN        NOTA  OK     OK        OK    OK     PROTO    RB     PROTO   PROTO
            OTHER_RESUME      NOTA  PROTO  PROTO     PROTO PROTO  PROTO    PROTO  PROTO   PROTO
            OTHER_END         NOTA  PROTO  PROTO     PROTO PROTO  PROTO    PROTO  PROTO   PROTO
            OTHER_FAIL        NOTA  PROTO  PROTO     PROTO PROTO  PROTO    PROTO  PROTO   PROTO
            OTHER_SUSPEND     NOTA  PROTO  PROTO     PROTO PROTO  PROTO    PROTO  PROTO   PROTO
            PREPARE           NOTA  PROTO  PROTO     OK    RDONLY PROTO    RB     PROTO   PROTO
            COMMIT            NOTA  PROTO  PROTO     PROTO PROTO  OK       PROTO  HEURCOM HEURRB
            COMMIT_ONE_PHASE  NOTA  PROTO  PROTO     OK    OK     PROTO    RB     HEURCOM HEURRB
            ROLLBACK          NOTA  PROTO  PROTO     OK    OK     OK       OK     HEURCOM HEURRB
            FORGET            NOTA  PROTO  PROTO     PROTO PROTO  PROTO    PROTO  OK      OK
            """;

    /** How a branch gets there. */
    private static final Map<String, List<Call>> WAYS = Map.of(
            "NONE", List.of(),
            "ACTIVE", List.of(Call.START, Call.WORK),
            "SUSPENDED", List.of(Call.START, Call.WORK, Call.SUSPEND),
            "IDLE", List.of(Call.START, Call.WORK, Call.END),
            "EMPTY", List.of(Call.START, Call.END),
            "PREPARED", List.of(Call.START, Call.WORK, Call.END, Call.PREPARE),
            "FAILED", List.of(Call.START, Call.WORK, Call.FAIL),
            "HEURCOM", List.of(Call.START, Call.WORK, Call.END, Call.PREPARE, Call.OPERATOR_COMMITS),
            "HEURRB", List.of(Call.START, Call.WORK, Call.END, Call.PREPARE, Call.OPERATOR_ROLLS_BACK));

    private static final List<String> STORED = List.of("PREPARED", "HEURCOM", "HEURRB");

    static Stream<Arguments> cells() {
        List<String> lines = TABLE.lines().toList();
        String[] states = lines.get(0).trim().split(" +");
        return lines.stream().skip(1).flatMap(line -> {
            String[] cells = line.trim().split(" +");
            return java.util.stream.IntStream.range(0, states.length)
                    .mapToObj(i -> Arguments.of(states[i], Call.valueOf(cells[0]), cells[i + 1]));
        });
    }

    private static XaCalls in(String state) {
        XaCalls calls = new XaCalls(new OpenOutbox(), TestXid.of(1));
        for (Call call : WAYS.get(state)) {
            assertThat(calls.make(call)).isEqualTo("OK");
        }
        return calls;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void each_call_in_each_state(String state, Call call, String answer) throws Exception {
        XaCalls calls = in(state);
        assertThat(calls.isRecovered()).isEqualTo(STORED.contains(state));
        assertThat(calls.make(call)).isEqualTo(answer);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void the_same_after_a_restart_where_only_what_is_prepared_is_left(String state, Call call, String answer)
            throws Exception {
        XaCalls calls = in(state);
        calls.make(Call.REOPEN);
        assertThat(calls.isRecovered()).isEqualTo(STORED.contains(state));
        String expected = STORED.contains(state)
                ? answer
                : cells().map(Arguments::get)
                        .filter(cell -> cell[0].equals("NONE") && cell[1] == call)
                        .map(cell -> cell[2].toString())
                        .findFirst()
                        .orElseThrow();
        assertThat(calls.make(call)).isEqualTo(expected);
    }
}
