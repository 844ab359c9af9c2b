package org.smppra.benchmark.load;

import org.HdrHistogram.Histogram;
import org.smppra.benchmark.client.Client;
import org.smppra.benchmark.scenario.Load;
import org.smppra.benchmark.scenario.Scenario;

/** Measures one cell. */
public final class Cells {
    private static final long PATIENCE = 5_000_000_000L;

    private Cells() {}

    /**
     * Lets the client work for a while, and counts after it has settled.
     *
     * @param tally also told of what the client receives
     * @throws Exception also if an answer or a receipt is missing or wrong
     */
    public static Cell measure(Client client, Scenario scenario, Tally tally, long settleMillis, long millis)
            throws Exception {
        boolean virtual = scenario.load() == Load.VIRTUAL_CALLERS;
        Crew crew = new Crew(Work.of(client, scenario, tally), virtual ? Crew.virtual() : Crew.platform());
        Thread.sleep(settleMillis);
        tally.count(true);
        long answers = tally.answers();
        long receipts = tally.receipts();
        Usage before = Usage.now();
        Thread.sleep(millis);
        Usage after = Usage.now();
        answers = tally.answers() - answers;
        receipts = tally.receipts() - receipts;
        tally.count(false);
        tally.stop();
        crew.join();
        check(scenario, tally);
        return cell(answers, receipts, tally.merged(), before, after);
    }

    private static void check(Scenario scenario, Tally tally) throws InterruptedException {
        if (tally.wrong() > 0) {
            throw new IllegalStateException(tally.wrong() + " answers without a proper id");
        }
        if (scenario.load() == Load.RECEIPTS_IN) {
            Wait.until(tally::receipts, 1, PATIENCE, "receipts");
        }
        if (scenario.receipts()) {
            Wait.until(tally::receipts, tally.answers(), PATIENCE, "receipts");
        }
    }

    private static Cell cell(long answers, long receipts, Histogram latencies, Usage before, Usage after) {
        return new Cell(
                answers,
                receipts,
                after.nanos() - before.nanos(),
                latencies.getValueAtPercentile(50),
                latencies.getValueAtPercentile(99),
                latencies.getValueAtPercentile(99.9),
                after.cpu() - before.cpu(),
                after.allocated() - before.allocated());
    }
}
