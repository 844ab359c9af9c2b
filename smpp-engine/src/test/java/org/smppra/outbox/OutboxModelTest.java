package org.smppra.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smppra.Settle;
import org.smppra.Store;
import org.smppra.Stored;
import org.smppra.Submission;
import org.smppra.UnansweredPolicy;
import org.smppra.outbox.OutboxModel.Kind;
import org.smppra.outbox.OutboxModel.Known;
import org.smppra.outbox.OutboxModel.Prepared;
import org.smppra.outbox.OutboxModel.Status;

/** Random work, stopped at random moments, against a plain map. */
class OutboxModelTest {
    private static final int STEPS = 20_000 * Integer.getInteger("smpp.test.scale", 1);

    private static final int ENOUGH = 50;

    private final OpenOutbox open = new OpenOutbox();
    private final OutboxModel model = new OutboxModel();
    private final Map<String, Waiting> hands = new HashMap<>();
    private final Map<Branch, List<String>> branches = new HashMap<>();
    private Random random;
    private long xids;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void knows_what_a_map_knows_whenever_it_is_stopped(long seed) throws Exception {
        random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            int size = open.disk().size();
            step();
            boolean stopped = open.disk().size() < size;
            model.stepped(open.disk().size(), open.disk().size() - open.disk().unforced());
            if (stopped || random.nextInt(10) == 0) {
                compare();
            }
        }
        finish();
    }

    private void step() throws Exception {
        int what = random.nextInt(16);
        if (model.messages().size() > ENOUGH && what < 5) {
            what += 5;
        }
        switch (what) {
            case 0, 1 -> submit();
            case 2 -> begin();
            case 3 -> decide();
            case 4 -> prepare();
            case 5 -> decidePrepared();
            case 6, 7 -> take();
            case 8, 9 -> write();
            case 10, 11 -> settle();
            case 12 -> retryOrHold();
            case 13 -> operate();
            case 14 -> results();
            default -> {
                if (random.nextInt(20) == 0) {
                    stop();
                }
            }
        }
    }

    private OutboxMessage message(Kind kind) {
        return switch (kind) {
            case RESEND -> open.messages().next();
            case HOLD -> open.messages().parts(1 + random.nextInt(3), UnansweredPolicy.HOLD);
            case IN_MEMORY -> open.messages().inMemory();
        };
    }

    private List<String> add(Branch branch, Status status) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            String id = branch.add(List.of(message(kind))).get(0).submissionId();
            model.put(id, new Known(kind, status, false));
            ids.add(id);
        }
        return ids;
    }

    private void submit() throws Exception {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        Submission submission = open.outbox().submit(List.of(message(kind))).get(0);
        model.put(submission.submissionId(), new Known(kind, Status.WAITING, false));
    }

    private void begin() throws Exception {
        if (branches.size() < 3) {
            Branch branch = open.outbox().begin();
            branches.put(branch, add(branch, Status.OPEN));
        }
    }

    private void decide() throws Exception {
        if (branches.isEmpty()) {
            return;
        }
        Branch branch = branches.keySet().iterator().next();
        List<String> ids = branches.remove(branch);
        if (random.nextBoolean()) {
            branch.commit();
            ids.forEach(id -> change(id, Status.WAITING));
        } else {
            branch.rollback();
            ids.forEach(model::remove);
        }
    }

    private void prepare() throws Exception {
        TestXid xid = TestXid.of(++xids);
        XaBranches xa = open.outbox().xa();
        Branch branch = xa.start(xid, XAResource.TMNOFLAGS, this);
        List<String> ids = add(branch, Status.OPEN);
        xa.end(xid, XAResource.TMSUCCESS, this);
        if (random.nextInt(3) == 0) {
            xa.commit(xid, true);
            ids.forEach(id -> change(id, Status.WAITING));
        } else {
            xa.prepare(xid);
            ids.forEach(id -> change(id, Status.PREPARED));
            model.branches().put(xid.global(), new Prepared(ids, false));
        }
    }

    private void decidePrepared() throws Exception {
        if (model.branches().isEmpty()) {
            return;
        }
        long global = model.branches().keySet().iterator().next();
        Prepared branch = model.branches().get(global);
        TestXid xid = TestXid.of(global);
        boolean commit = random.nextBoolean();
        if (branch.decided()) {
            open.outbox().xa().forget(xid);
            model.branches().remove(global);
            return;
        }
        if (random.nextInt(3) == 0) {
            String id = open.outbox().xa().inDoubt().stream()
                    .filter(each -> each.xid().equals(XidKey.of(xid).toString()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertThat(open.outbox().xa().decide(id, commit)).isTrue();
            model.branches().put(global, new Prepared(List.of(), true));
        } else {
            if (commit) {
                open.outbox().xa().commit(xid, false);
            } else {
                open.outbox().xa().rollback(xid);
            }
            model.branches().remove(global);
        }
        for (String id : branch.ids()) {
            if (commit && model.messages().containsKey(id)) { // else it was in memory only, before a stop
                change(id, Status.WAITING);
            } else {
                model.remove(id);
            }
        }
    }

    private void change(String id, Status status) {
        model.put(id, model.messages().get(id).as(status));
    }

    private void take() {
        for (Waiting waiting : open.account().take(1 + random.nextInt(5), open.now())) {
            String id = waiting.message().submissionId();
            Known known = model.messages().get(id);
            assertThat(known.status()).isEqualTo(Status.WAITING);
            assertThat(!known.maybeSent() || waiting.maybeSent()).isTrue();
            hands.put(id, waiting);
            change(id, Status.IN_HAND);
        }
    }

    private String any(Status status) {
        List<String> ids = model.ids(status);
        return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
    }

    private void write() throws Exception {
        List<String> ids =
                model.ids(Status.IN_HAND).stream().limit(1 + random.nextInt(4)).toList();
        List<Waiting> written =
                open.account().writing(ids.stream().map(hands::get).toList());
        assertThat(OpenOutbox.ids(written)).isEqualTo(ids);
        ids.forEach(id -> model.put(id, model.messages().get(id).as(Status.WRITTEN)));
    }

    private void settle() {
        String id = random.nextInt(5) == 0 ? any(Status.HELD) : any(Status.WRITTEN);
        if (id == null) {
            return;
        }
        Waiting hand = hands.remove(id);
        if (hand == null || random.nextBoolean()) {
            Waiting known = hand == null ? open.account().unanswered(id) : hand;
            open.account().settle(id, Messages.accepted(known.message()));
        } else {
            open.account().settle(hand, Messages.accepted(hand.message()));
        }
        change(id, Status.RESULT);
    }

    private void retryOrHold() {
        boolean written = random.nextBoolean();
        String id = any(written ? Status.WRITTEN : Status.IN_HAND);
        if (id == null) {
            return;
        }
        Known known = model.messages().get(id);
        Waiting hand = hands.remove(id);
        if (written && (known.kind() == Kind.HOLD || random.nextInt(4) == 0)) {
            open.account().hold(hand, "no answer");
            model.put(id, known.as(Status.HELD, true));
        } else {
            boolean may = written && random.nextBoolean();
            open.account().retry(hand, open.now(), may, "again");
            model.put(id, known.as(Status.WAITING, known.maybeSent() || may));
        }
    }

    private void operate() {
        boolean held = random.nextBoolean();
        String id = any(held ? Status.HELD : Status.WAITING);
        if (id == null) {
            return;
        }
        if (held && random.nextBoolean()) {
            assertThat(open.outbox().settle(Messages.ACCOUNT, id, Settle.SEND)).isTrue();
            change(id, Status.WAITING);
        } else if (random.nextInt(3) == 0) {
            assertThat(open.outbox().settle(Messages.ACCOUNT, id, Settle.CANCEL))
                    .isTrue();
            change(id, Status.RESULT);
        }
    }

    private void results() {
        List<String> taken = model.ids(Status.RESULT_TAKEN);
        if (!taken.isEmpty() && random.nextInt(4) == 0) {
            open.account().resultReturned(taken.get(0));
            change(taken.get(0), Status.RESULT);
        } else if (!taken.isEmpty() && random.nextBoolean()) {
            open.account().resultDelivered(taken.get(0));
            model.remove(taken.get(0));
        } else {
            open.account().takeResults(3).forEach(result -> {
                assertThat(model.messages().get(result.submissionId()).status()).isEqualTo(Status.RESULT);
                change(result.submissionId(), Status.RESULT_TAKEN);
            });
        }
    }

    /** In an orderly way, or by a crash that leaves more or less of what was not forced. */
    private void stop() {
        int forced = open.disk().size() - open.disk().unforced();
        List<Integer> cuts = model.cuts(forced);
        if (random.nextBoolean() || cuts.isEmpty()) {
            model.stopped(open.disk().size());
            open.reopen();
        } else {
            int cut = cuts.get(random.nextInt(cuts.size()));
            model.stopped(cut);
            open.crashTo(cut);
        }
        hands.clear();
        branches.clear();
    }

    private void compare() throws Exception {
        Set<String> waiting = new HashSet<>();
        waiting.addAll(model.ids(Status.WAITING));
        waiting.addAll(model.ids(Status.IN_HAND));
        waiting.addAll(model.ids(Status.WRITTEN));
        assertThat(listed(Store.WAITING)).isEqualTo(waiting);
        assertThat(listed(Store.HELD)).isEqualTo(new HashSet<>(model.ids(Status.HELD)));
        assertThat(open.account().waiting()).isEqualTo(waiting.size());
        for (Map.Entry<String, Known> entry : model.messages().entrySet()) {
            Status status = entry.getValue().status();
            var found = open.outbox().find(Messages.ACCOUNT, entry.getKey());
            boolean committed = status != Status.OPEN && status != Status.PREPARED;
            assertThat(found.isPresent()).as(entry.toString()).isEqualTo(committed);
            boolean settled = status == Status.RESULT || status == Status.RESULT_TAKEN;
            assertThat(found.flatMap(Submission::result).isPresent())
                    .as(entry.toString())
                    .isEqualTo(settled);
        }
        assertThat(recovered()).isEqualTo(model.branches().keySet());
    }

    private Set<String> listed(Store store) {
        Set<String> ids = new HashSet<>();
        for (Stored stored : open.outbox().list(Messages.ACCOUNT, store, "", Integer.MAX_VALUE)) {
            ids.add(stored.id());
        }
        return ids;
    }

    private Set<Long> recovered() throws Exception {
        Set<Long> found = new HashSet<>();
        for (Xid xid : open.outbox().xa().recover(XAResource.TMSTARTRSCAN)) {
            found.add(ByteBuffer.wrap(xid.getGlobalTransactionId()).getLong());
        }
        return found;
    }

    /** Everything ends, and then the disk is empty. */
    private void finish() throws Exception {
        open.reopen();
        for (Xid xid : open.outbox().xa().recover(XAResource.TMSTARTRSCAN)) {
            Prepared branch = model.branches()
                    .get(ByteBuffer.wrap(xid.getGlobalTransactionId()).getLong());
            if (branch.decided()) {
                open.outbox().xa().forget(xid);
            } else {
                open.outbox().xa().commit(xid, false);
            }
        }
        for (String id : listed(Store.HELD)) {
            open.outbox().settle(Messages.ACCOUNT, id, Settle.SEND);
        }
        open.sendAll();
        open.resultIds().forEach(open.account()::resultDelivered);
        assertThat(open.disk().entries()).isEmpty();
    }
}
