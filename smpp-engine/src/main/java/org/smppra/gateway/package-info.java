/** The hosts of one account as one: choice of a link, failover, reconnects, drain. */
@NullMarked
package org.smppra.gateway;

import org.jspecify.annotations.NullMarked;
