package org.smppra.it.transactions.application;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** The container begins and ends the transactions. */
@Stateless
public class ContainerManaged {
    @Resource
    private SessionContext context;

    public void required(Work work) throws Exception {
        work.run(context);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void requiresNew(Work work) throws Exception {
        work.run(context);
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void notSupported(Work work) throws Exception {
        work.run(context);
    }

    /** With the timeout that the deployment descriptor gives this method. */
    public void timed(Work work) throws Exception {
        work.run(context);
    }
}
