package org.smppra.session;

import org.smppra.message.CommandStatus;

/**
 * The numbers of a session; all times in nanoseconds.
 *
 * @param windowSize requests that may be without an answer at one time, 1 to 65,536
 * @param bindTimeout from our bind to its answer
 * @param responseTimeout from a request to its answer
 * @param enquireLinkInterval between two enquire_link of ours; 0 = none
 * @param inactivityTimeout without any PDU of the peer, after which it is left; 0 = none. For a peer that is asked
 *     nothing (enquireLinkInterval 0); else enquire_link finds out sooner
 * @param drainTimeout from the peer's unbind to our unbind_resp, at the latest
 * @param closeTimeout for our own unbind: half for what is under way, half for the answer
 * @param drainingStatus the answer to a deliver_sm that comes while unbinding: shall make the SMSC send it again
 */
public record SessionSettings(
        int windowSize,
        long bindTimeout,
        long responseTimeout,
        long enquireLinkInterval,
        long inactivityTimeout,
        long drainTimeout,
        long closeTimeout,
        CommandStatus drainingStatus) {}
