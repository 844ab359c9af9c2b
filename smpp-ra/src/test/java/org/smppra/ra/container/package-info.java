/** A container in small that fails on every misuse of its contracts. */
package org.smppra.ra.container;
