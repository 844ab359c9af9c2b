package org.smppra.simulator.behaviour;

import static org.smppra.simulator.behaviour.BehaviourKind.beforeBind;
import static org.smppra.simulator.behaviour.BehaviourKind.of;

import java.util.List;
import java.util.stream.Collectors;

/** The table of all behaviours. */
final class Catalogue {
    static final List<BehaviourKind> ALL = List.of(
            beforeBind(
                            "silent",
                            "Accepts the connection and says nothing, not even TLS; closes it when switched off.",
                            Silent::new)
                    .lasting(),
            of(
                            "stop-reading",
                            "Reads nothing more from the client, until it is switched off or the pause is over.",
                            StopReading::new,
                            StopReading.PAUSE)
                    .lasting(),
            of(
                    "answer-status",
                    "Refuses requests with any command_status, such as 0x58 above a rate, or 0x14.",
                    AnswerStatus::new,
                    AnswerStatus.STATUS,
                    AnswerStatus.BODY,
                    Settings.COMMAND),
            of("answer-late", "Answers only after a delay.", AnswerLate::new, AnswerLate.DELAY, Settings.COMMAND),
            of("answer-never", "Does what is asked and never answers.", AnswerNever::new, Settings.COMMAND),
            of(
                    "answer-out-of-order",
                    "Keeps so many answers and sends them last first.",
                    AnswerOutOfOrder::new,
                    AnswerOutOfOrder.SIZE,
                    AnswerOutOfOrder.WAIT,
                    Settings.COMMAND),
            of("answer-twice", "Answers twice.", AnswerTwice::new, Settings.COMMAND),
            of(
                    "answer-nack",
                    "Does what is asked and answers generic_nack; sequence=zero as if it could not be read.",
                    AnswerNack::new,
                    AnswerNack.STATUS,
                    AnswerNack.SEQUENCE,
                    Settings.COMMAND),
            of("enquire-unanswered", "Stops answering enquire_link.", AnswerNever::enquireLink),
            of("no-version", "Leaves sc_interface_version out of the answer to a bind of 3.4.", NoVersion::new),
            of(
                    "close",
                    "Closes without unbind: instead of an answer, or at once.",
                    Close::new,
                    Settings.OCCASION,
                    Settings.INTERVAL),
            of(
                    "unbind",
                    "Asks the client to go: at requests, or at once; answers what comes until it does.",
                    AskToGo::new,
                    Settings.OCCASION,
                    Settings.INTERVAL),
            of(
                    "reset",
                    "Writes half a PDU and resets the connection: half an answer, or half an enquire_link at once.",
                    Reset::new,
                    Settings.OCCASION,
                    Settings.INTERVAL),
            of("split", "Writes each octet by itself.", Split::new),
            of("glue", "Keeps PDUs and writes so many at once.", Glue::new, Glue.PDUS, Glue.WAIT),
            of(
                    "random-bytes",
                    "Sends random octets: in front of an answer, or at intervals.",
                    RandomBytes::new,
                    RandomBytes.OCTETS,
                    Settings.OCCASION,
                    Settings.INTERVAL),
            of(
                    "unknown-command",
                    "Sends a request that SMPP does not have: in front of an answer, or at intervals.",
                    UnknownCommand::new,
                    UnknownCommand.COMMAND_ID,
                    Settings.OCCASION,
                    Settings.INTERVAL),
            of(
                    "unknown-tlv",
                    "Puts an optional parameter that SMPP does not have into answers and deliver_sm.",
                    UnknownTlv::new,
                    UnknownTlv.TAG,
                    UnknownTlv.VALUE),
            of("report-first", "Sends the report before the submit_sm_resp.", ReportFirst::new),
            of("report-twice", "Sends each report so many times.", ReportTwice::new, ReportTwice.TIMES),
            of(
                    "report-other-host",
                    "Sends the report through the host that did not take the message, and waits for a bind there.",
                    ReportOtherHost::new),
            of(
                    "report-burst",
                    "Holds reports back until there are so many, then sends all at once, whatever the window.",
                    ReportBurst::new,
                    ReportBurst.SIZE),
            of(
                    "mobile-originated",
                    "Sends messages from a mobile, whole or in parts over the account's binds in turn.",
                    MobileOriginated::new,
                    MobileOriginated.FROM,
                    MobileOriginated.TO,
                    MobileOriginated.TEXT,
                    MobileOriginated.PARTS,
                    MobileOriginated.HEADER,
                    MobileOriginated.ORDER,
                    Settings.OCCASION,
                    Settings.INTERVAL));

    private Catalogue() {}

    static BehaviourKind kind(String name) {
        return ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidBehaviourException("no behaviour " + name + "; there are " + names()));
    }

    static String names() {
        return ALL.stream().map(BehaviourKind::name).collect(Collectors.joining(", "));
    }
}
