package org.smppra.it.transactions.application;

import jakarta.ejb.EJBContext;

/** What a bean does in the transaction that its container or itself began. */
@FunctionalInterface
public interface Work {
    void run(EJBContext context) throws Exception;
}
