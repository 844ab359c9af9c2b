/** WildFly: what its page, {@code docs/servers/wildfly.md}, says to do. */
package org.smppra.servers.wildfly;
