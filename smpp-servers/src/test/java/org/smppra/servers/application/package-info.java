/** The application that the suite deploys; it knows no server. */
@org.jspecify.annotations.NullMarked
package org.smppra.servers.application;
