/** A resource adapter that does nothing, and an application for it: what the server itself keeps of such. */
package org.smppra.it.receipts.empty;
