/** Open Liberty. */
@org.jspecify.annotations.NullMarked
package org.smppra.servers.liberty;
