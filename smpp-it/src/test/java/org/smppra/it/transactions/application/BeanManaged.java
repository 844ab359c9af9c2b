package org.smppra.it.transactions.application;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;

/** The bean begins and ends the transactions itself. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class BeanManaged {
    @Resource
    private SessionContext context;

    @Resource
    private UserTransaction transaction;

    public void committed(int timeoutSeconds, Work work) throws Exception {
        transaction.setTransactionTimeout(timeoutSeconds);
        transaction.begin();
        boolean done = false;
        try {
            work.run(context);
            done = true;
        } finally {
            if (!done && transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        }
        transaction.commit();
    }

    public void rolledBack(Work work) throws Exception {
        transaction.begin();
        try {
            work.run(context);
        } finally {
            transaction.rollback();
        }
    }
}
