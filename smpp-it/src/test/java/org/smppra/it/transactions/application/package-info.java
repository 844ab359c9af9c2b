/** What runs in the server: beans that do to the adapter and a database, in transactions, what a test tells them. */
package org.smppra.it.transactions.application;
