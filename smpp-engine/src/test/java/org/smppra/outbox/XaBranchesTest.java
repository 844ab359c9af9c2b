package org.smppra.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.smppra.SmppException;

class XaBranchesTest {
    private final OpenOutbox open = new OpenOutbox();
    private final TestXid xid = TestXid.of(1);

    private XaBranches xa() {
        return open.outbox().xa();
    }

    private static void fails(int code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(XAException.class, e -> {
            assertThat(XaCalls.name(e.errorCode)).isEqualTo(XaCalls.name(code));
            assertThat(e.getMessage()).isNotBlank();
        });
    }

    private String work(Xid branch) throws Exception {
        Branch work = xa().start(branch, XAResource.TMNOFLAGS, this);
        String id = work.add(List.of(open.messages().next())).get(0).submissionId();
        xa().end(branch, XAResource.TMSUCCESS, this);
        return id;
    }

    @Test
    void one_resource_works_for_one_branch_at_a_time_but_for_those_it_suspended() throws Exception {
        xa().start(xid, XAResource.TMNOFLAGS, this);
        fails(XAException.XAER_PROTO, () -> xa().start(TestXid.of(2), XAResource.TMNOFLAGS, this));
        xa().end(xid, XAResource.TMSUSPEND, this);
        xa().start(TestXid.of(2), XAResource.TMNOFLAGS, this);
        fails(XAException.XAER_PROTO, () -> xa().start(xid, XAResource.TMRESUME, this));
        xa().end(TestXid.of(2), XAResource.TMSUCCESS, this);
        xa().start(xid, XAResource.TMRESUME, this);
        xa().end(xid, XAResource.TMSUCCESS, this);
    }

    @Test
    void flags_and_names_that_cannot_be_are_refused() throws Exception {
        fails(XAException.XAER_INVAL, () -> xa().start(null, XAResource.TMNOFLAGS, this));
        fails(XAException.XAER_INVAL, () -> xa().start(new TestXid(-1, 1, 1), XAResource.TMNOFLAGS, this));
        fails(XAException.XAER_INVAL, () -> xa().start(xid, XAResource.TMSUCCESS, this));
        xa().start(xid, XAResource.TMNOFLAGS, this);
        fails(XAException.XAER_INVAL, () -> xa().end(xid, XAResource.TMNOFLAGS, this));
        fails(XAException.XAER_INVAL, () -> xa().end(xid, XAResource.TMSUCCESS | XAResource.TMFAIL, this));
        fails(XAException.XAER_INVAL, () -> xa().recover(XAResource.TMJOIN));
        fails(XAException.XAER_INVAL, () -> xa().prepare(null));
        xa().end(xid, XAResource.TMSUCCESS, this);
    }

    @Test
    void the_name_of_a_branch_is_kept_octet_by_octet() throws Exception {
        TestXid odd = new TestXid(Integer.MIN_VALUE, -1, Long.MAX_VALUE);
        work(odd);
        xa().prepare(odd);
        open.crash();
        Xid recovered = xa().recover(XAResource.TMSTARTRSCAN)[0];
        assertThat(recovered.getFormatId()).isEqualTo(odd.getFormatId());
        assertThat(recovered.getGlobalTransactionId()).isEqualTo(odd.getGlobalTransactionId());
        assertThat(recovered.getBranchQualifier()).isEqualTo(odd.getBranchQualifier());
        xa().commit(odd, false);
        assertThat(open.take()).hasSize(1);
    }

    @Test
    void a_scan_gives_all_at_its_start_and_the_same_again() throws Exception {
        work(xid);
        xa().prepare(xid);
        work(TestXid.of(2));
        assertThat(xa().recover(XAResource.TMSTARTRSCAN)).hasSize(1);
        assertThat(xa().recover(XAResource.TMNOFLAGS)).isEmpty();
        assertThat(xa().recover(XAResource.TMENDRSCAN)).isEmpty();
        assertThat(xa().recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN))
                .hasSize(1);
    }

    @Test
    void prepare_is_one_force_and_commit_another_one() throws Exception {
        long before = open.disk().forces();
        String id = work(xid);
        assertThat(open.disk().entries()).isEmpty();
        xa().prepare(xid);
        assertThat(open.disk().forces()).isEqualTo(before + 1);
        assertThat(open.takeIds()).isEmpty();
        xa().commit(xid, false);
        assertThat(open.disk().forces()).isEqualTo(before + 2);
        assertThat(open.takeIds()).containsExactly(id);
    }

    @Test
    void one_phase_is_one_force_and_an_empty_branch_none() throws Exception {
        long before = open.disk().forces();
        work(xid);
        xa().commit(xid, true);
        assertThat(open.disk().forces()).isEqualTo(before + 1);
        xa().start(xid, XAResource.TMNOFLAGS, this);
        xa().end(xid, XAResource.TMSUCCESS, this);
        assertThat(xa().prepare(xid)).isEqualTo(XAResource.XA_RDONLY);
        assertThat(open.disk().forces()).isEqualTo(before + 1);
        fails(XAException.XAER_NOTA, () -> xa().commit(xid, false));
    }

    @Test
    void what_says_that_a_branch_committed_goes_with_its_last_message() throws Exception {
        Branch work = xa().start(xid, XAResource.TMNOFLAGS, this);
        work.add(List.of(open.messages().next(), open.messages().next()));
        xa().end(xid, XAResource.TMSUCCESS, this);
        xa().prepare(xid);
        xa().commit(xid, false);
        assertThat(open.disk().entries()).hasSize(3);
        open.crash();
        List<Waiting> taken = open.take();
        open.account().settle(taken.get(0), Messages.accepted(taken.get(0).message()));
        assertThat(open.disk().entries()).hasSize(3);
        open.account().settle(taken.get(1), Messages.accepted(taken.get(1).message()));
        assertThat(open.disk().entries()).hasSize(2);
    }

    @Test
    void a_disk_that_is_full_rolls_the_branch_back_and_nothing_is_lost() throws Exception {
        String before = open.submit(open.messages().next());
        work(xid);
        work(TestXid.of(2));
        open.disk().full(true);
        fails(XAException.XA_RBROLLBACK, () -> xa().prepare(xid));
        fails(XAException.XAER_NOTA, () -> xa().rollback(xid));
        fails(XAException.XA_RBROLLBACK, () -> xa().commit(TestXid.of(2), true));
        assertThatThrownBy(() -> open.submit(open.messages().next())).hasMessageContaining("outboxDirectory");
        open.disk().full(false);
        assertThat(open.takeIds()).containsExactly(before);
        open.crash();
        assertThat(open.takeIds()).containsExactly(before);
        assertThat(xa().recover(XAResource.TMSTARTRSCAN)).isEmpty();
    }

    @Test
    void a_prepared_branch_stays_in_doubt_while_its_commit_cannot_be_stored() throws Exception {
        String id = work(xid);
        xa().prepare(xid);
        open.disk().failing(true);
        fails(XAException.XAER_RMFAIL, () -> xa().commit(xid, false));
        assertThat(xa().recover(XAResource.TMSTARTRSCAN)).hasSize(1);
        fails(XAException.XAER_RMFAIL, () -> xa().start(TestXid.of(2), XAResource.TMNOFLAGS, this));
        open.crash();
        xa().commit(xid, false);
        assertThat(open.takeIds()).containsExactly(id);
    }

    @Test
    void nobody_knows_whether_a_one_phase_commit_is_stored_whose_force_fails() throws Exception {
        work(xid);
        open.disk().failing(true);
        fails(XAException.XAER_RMFAIL, () -> xa().commit(xid, true));
        fails(XAException.XAER_NOTA, () -> xa().rollback(xid));
        assertThatThrownBy(() -> open.submit(open.messages().next())).isInstanceOf(SmppException.class);
        assertThat(open.take()).isEmpty();
    }

    @Test
    void a_resource_that_is_gone_leaves_a_branch_that_can_only_be_rolled_back() throws Exception {
        xa().start(xid, XAResource.TMNOFLAGS, this).add(List.of(open.messages().next()));
        xa().gone(this);
        fails(XAException.XA_RBROLLBACK, () -> xa().start(xid, XAResource.TMJOIN, new Object()));
        xa().rollback(xid);
        xa().start(xid, XAResource.TMNOFLAGS, this);
        xa().end(xid, XAResource.TMSUSPEND, this);
        xa().gone(this);
        fails(XAException.XA_RBROLLBACK, () -> xa().prepare(xid));
        fails(XAException.XAER_NOTA, () -> xa().rollback(xid));
    }

    @Test
    void an_operator_sees_what_is_in_doubt_and_decides_it() throws Exception {
        String id = work(xid);
        xa().prepare(xid);
        open.crash();
        InDoubt branch = xa().inDoubt().get(0);
        assertThat(branch.xid()).isEqualTo(XidKey.of(xid).toString());
        assertThat(branch.state()).isEqualTo("PREPARED");
        assertThat(branch.messages()).isEqualTo(1);
        assertThat(branch.preparedAt()).isEqualTo(open.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        assertThat(xa().decide("1234567", true)).isFalse();
        assertThat(xa().decide(branch.id(), true)).isTrue();
        assertThat(xa().decide(branch.id(), false)).isFalse();
        open.crash();
        assertThat(xa().inDoubt()).extracting(InDoubt::state).containsExactly("HEURISTIC_COMMIT");
        fails(XAException.XA_HEURCOM, () -> xa().rollback(xid));
        assertThat(open.takeIds()).containsExactly(id);
        xa().forget(xid);
        open.crash();
        assertThat(xa().inDoubt()).isEmpty();
        assertThat(open.takeIds()).containsExactly(id);
    }

    @Test
    void one_branch_is_decided_once_by_many_threads() throws Exception {
        for (int round = 0; round < 200; round++) {
            TestXid branch = TestXid.of(round + 10);
            work(branch);
            xa().prepare(branch);
            List<Thread> threads = new java.util.ArrayList<>();
            java.util.concurrent.atomic.AtomicInteger committed = new java.util.concurrent.atomic.AtomicInteger();
            for (int i = 0; i < 4; i++) {
                threads.add(new Thread(() -> {
                    try {
                        xa().commit(branch, false);
                        committed.incrementAndGet();
                    } catch (XAException e) {
                        assertThat(e.errorCode).isEqualTo(XAException.XAER_NOTA);
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(committed).hasValue(1);
            assertThat(open.take()).hasSize(1);
        }
    }
}
