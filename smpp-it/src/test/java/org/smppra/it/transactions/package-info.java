/** Messages and rows of a real database in one transaction, in a WildFly that may die and is started again. */
package org.smppra.it.transactions;
