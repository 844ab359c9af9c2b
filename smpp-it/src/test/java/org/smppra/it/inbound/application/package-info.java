/** What is deployed: the same three beans, once for receipts and once for a queue. */
package org.smppra.it.inbound.application;
