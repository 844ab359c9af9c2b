package org.smppra.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AnswerThreadTest {
    @Test
    void a_step_that_fails_with_whatever_it_is_stops_none_of_the_others() throws Exception {
        CountDownLatch done = new CountDownLatch(3);
        AnswerThread thread = new AnswerThread(Thread::new);
        thread.start();
        for (Error error :
                new Error[] {new NoClassDefFoundError("a"), new StackOverflowError(), new AssertionError()}) {
            thread.add(() -> {
                throw error;
            });
            thread.add(done::countDown);
        }
        thread.add(() -> {
            throw new IllegalStateException("an exception");
        });
        thread.close();
        assertThat(done.getCount()).isZero();
    }
}
