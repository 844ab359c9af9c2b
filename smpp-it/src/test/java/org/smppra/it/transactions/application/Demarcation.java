package org.smppra.it.transactions.application;

/** The two who may begin a transaction: the container, or the bean itself. */
record Demarcation(ContainerManaged container, BeanManaged itself) {}
