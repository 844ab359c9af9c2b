package org.smppra.delivery;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Submits that are sent and not answered: their answers will tell ids that a receipt may have.
 *
 * @param any whether there are any; all that are over have their ids noted
 * @param whenKnown told what to run once every submit that is under way now has a fate, and its id is noted, in any
 *     thread; false if none is under way, and nothing will be run
 */
public record IdsUnderWay(BooleanSupplier any, Predicate<Runnable> whenKnown) {}
