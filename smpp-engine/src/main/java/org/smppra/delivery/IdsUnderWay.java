package org.smppra.delivery;

/** Submits that are sent and not answered: their answers will tell ids that a receipt may have. */
@FunctionalInterface
public interface IdsUnderWay {
    /**
     * @param known run once every submit that is under way now has a fate, and its id is noted; any thread
     * @return false if none is under way, and nothing will be run
     */
    boolean whenKnown(Runnable known);
}
