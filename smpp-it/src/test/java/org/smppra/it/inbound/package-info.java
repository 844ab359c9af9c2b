/** How many receipts a second reach message-driven beans, beside what else brings messages to such beans. */
package org.smppra.it.inbound;
