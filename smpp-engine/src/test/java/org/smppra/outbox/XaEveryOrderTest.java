package org.smppra.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smppra.outbox.XaCalls.Call;

/** Every order of calls, up to a length, against the model: each answer, what is recovered, and what is to be sent. */
class XaEveryOrderTest {
    private static final int LENGTH = Integer.getInteger("smpp.test.scale", 1) > 1 ? 5 : 4;

    private long orders;

    @Test
    void every_order_has_the_right_answers_after_a_start() throws Exception {
        follow(new ArrayList<>(List.of(Call.START)), LENGTH + 1);
        assertThat(orders).isEqualTo((long) Math.pow(Call.values().length, LENGTH));
    }

    @Test
    void every_order_has_the_right_answers_after_some_work() throws Exception {
        follow(new ArrayList<>(List.of(Call.START, Call.WORK, Call.END)), LENGTH + 2);
        assertThat(orders).isEqualTo((long) Math.pow(Call.values().length, LENGTH - 1));
    }

    @Test
    void every_order_has_the_right_answers_in_two_phases() throws Exception {
        follow(new ArrayList<>(List.of(Call.START, Call.WORK, Call.END, Call.PREPARE)), LENGTH + 3);
        assertThat(orders).isEqualTo((long) Math.pow(Call.values().length, LENGTH - 1));
    }

    private void follow(List<Call> order, int length) throws Exception {
        if (order.size() == length) {
            orders++;
            make(order);
            return;
        }
        for (Call call : Call.values()) {
            order.add(call);
            follow(order, length);
            order.remove(order.size() - 1);
        }
    }

    private static void make(List<Call> order) throws Exception {
        OpenOutbox open = new OpenOutbox();
        XaCalls calls = new XaCalls(open, TestXid.of(1));
        XaModel model = new XaModel();
        for (int i = 0; i < order.size(); i++) {
            String expected = model.make(order.get(i));
            String answer = calls.make(order.get(i));
            if (!expected.equals(answer)) {
                assertThat(answer).as("call %d of %s", i + 1, order).isEqualTo(expected);
            }
        }
        if (calls.isRecovered() != model.isRecovered() || open.account().waiting() != model.committed()) {
            assertThat(calls.isRecovered()).as("recovered after %s", order).isEqualTo(model.isRecovered());
            assertThat(open.account().waiting()).as("sent after %s", order).isEqualTo(model.committed());
        }
        calls.make(Call.REOPEN);
        model.make(Call.REOPEN);
        if (calls.isRecovered() != model.isRecovered() || open.account().waiting() != model.committed()) {
            assertThat(calls.isRecovered())
                    .as("recovered after a restart, %s", order)
                    .isEqualTo(model.isRecovered());
            assertThat(open.account().waiting())
                    .as("sent after a restart, %s", order)
                    .isEqualTo(model.committed());
        }
    }
}
