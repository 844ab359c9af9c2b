/**
 * The simulator's bad days: what a gateway may do wrong, by name, to be switched on and off while clients are connected.
 * {@link org.smppra.simulator.behaviour.BehaviourKind#catalogue()} lists them.
 */
@NullMarked
package org.smppra.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
