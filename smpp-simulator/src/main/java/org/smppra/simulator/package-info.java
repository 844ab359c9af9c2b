/** The provider's gateway, two hosts over one message store, as a library for tests. */
@NullMarked
package org.smppra.simulator;

import org.jspecify.annotations.NullMarked;
