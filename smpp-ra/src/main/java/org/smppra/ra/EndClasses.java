package org.smppra.ra;

import java.util.List;

/**
 * Classes that the end of an adapter needs and perhaps nothing before it. Open Liberty takes an EAR's archive away before it
 * stops the adapter that is in it: what is not loaded by then cannot be loaded any more, and the links would stay.
 */
final class EndClasses {
    private static final List<String> NAMES = List.of(
            "org.smppra.engine.Attempt",
            "org.smppra.inbox.Memory$Writing",
            "org.smppra.inbox.PageRecord",
            "org.smppra.journal.JournalCallback",
            "org.smppra.journal.Live",
            "org.smppra.pdu.Answers",
            "org.smppra.pdu.Answers$1",
            "org.smppra.pdu.DeliverSmResp",
            "org.smppra.pdu.Unbind",
            "org.smppra.pdu.UnbindResp",
            "org.smppra.ra.ActiveBean",
            "org.smppra.ra.inbound.ResultFeed",
            "org.smppra.session.SessionEnd",
            "org.smppra.session.SessionEnd$Cause");

    private EndClasses() {}

    static void load() {
        for (String name : NAMES) {
            try {
                Class.forName(name, true, EndClasses.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
