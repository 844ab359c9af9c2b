/** Inbound delivery in a WildFly beside a PostgreSQL: the database counts rows, the simulator counts answers. */
package org.smppra.it.receipts;
