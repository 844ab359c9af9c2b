package org.smppra.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.LockSupport;
import org.smppra.gateway.GatewayRuntime;

/** A thread that does once a second what time alone does to something stored; it may wait for the disk. */
final class Upkeep implements Runnable {
    private static final Logger LOG = System.getLogger(Upkeep.class.getName());
    private static final long SECOND = 1_000_000_000;

    private final Runnable tick;
    private final String failed;
    private final Thread thread;
    private volatile boolean ended;

    /** @param failed what is logged if a step fails */
    Upkeep(String name, Runnable tick, String failed, GatewayRuntime runtime) {
        this.tick = tick;
        this.failed = failed;
        this.thread = runtime.threads().newThread(this);
        thread.setName(thread.getName() + " " + name);
    }

    void start() {
        thread.start();
    }

    void end() {
        ended = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        while (!ended) {
            LockSupport.parkNanos(this, SECOND);
            try {
                tick.run();
            } catch (RuntimeException | Error e) { // or nothing would ever be looked after again
                LOG.log(Level.ERROR, failed, e);
            }
        }
    }
}
