/** Payara and GlassFish: one server to the tests, ruled by {@code asadmin}. */
package org.smppra.servers.glassfish;
