/** What runs in the server: a bean that writes a row for each receipt, and what may go wrong with it. */
package org.smppra.it.receipts.application;
