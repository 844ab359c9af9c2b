package org.smppra.it.receipts.application;

import jakarta.ejb.EJBContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** What is to become of a receipt in the bean: the last word of its text. */
public enum Fate {
    FINE {
        @Override
        void befall(EJBContext context, TransactionSynchronizationRegistry transactions) {}
    },
    THROW {
        @Override
        void befall(EJBContext context, TransactionSynchronizationRegistry transactions) {
            throw new IllegalStateException("as told");
        }
    },
    ROLL_BACK {
        @Override
        void befall(EJBContext context, TransactionSynchronizationRegistry transactions) {
            context.setRollbackOnly();
        }
    },
    /** Returns when the transaction is out of time. */
    OUTLAST {
        @Override
        void befall(EJBContext context, TransactionSynchronizationRegistry transactions) {
            while (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
                LockSupport.parkNanos(PAUSE);
            }
        }
    },
    /** Hangs until a test lets it go. */
    HANG {
        @Override
        void befall(EJBContext context, TransactionSynchronizationRegistry transactions) {
            Hanging.hang();
        }
    },
    /** The server dies between the commit and the answer. */
    DIE {
        @Override
        void befall(EJBContext context, TransactionSynchronizationRegistry transactions) {
            transactions.registerInterposedSynchronization(new DyingAfterCommit());
        }
    },
    /** At random one of the others, often none. */
    MIXED {
        @Override
        void befall(EJBContext context, TransactionSynchronizationRegistry transactions) {
            int thousandth = ThreadLocalRandom.current().nextInt(1000);
            Fate one = thousandth < 3 ? OUTLAST : thousandth < 60 ? ROLL_BACK : thousandth < 120 ? THROW : FINE;
            one.befall(context, transactions);
        }
    };

    private static final long PAUSE = 20_000_000;

    abstract void befall(EJBContext context, TransactionSynchronizationRegistry transactions);

    /** As it stands in a receipt. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Fate of(String text) {
        int before = Math.max(text.lastIndexOf(':'), text.lastIndexOf('/'));
        return valueOf(text.substring(before + 1).toUpperCase(Locale.ROOT));
    }
}
