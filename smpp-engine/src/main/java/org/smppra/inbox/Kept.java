package org.smppra.inbox;

/**
 * One that is stored, and in hand of who took it.
 *
 * @param id stable, also over restarts; sortable by age
 * @param attempts to deliver it that failed so far, also before a restart
 */
public record Kept(String id, Incoming incoming, int attempts) {}
