/** The provider's gateway on your own machine: two hosts over one message store, its rules, its reports. */
@NullMarked
package org.smppra.simulator;

import org.jspecify.annotations.NullMarked;
