package org.smppra.simulator.tool.log;

import org.smppra.message.CommandStatus;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.SubmitSm;
import org.smppra.simulator.Acknowledgement;
import org.smppra.simulator.BindView;
import org.smppra.simulator.SimulatedHost;
import org.smppra.simulator.SimulatorListener;
import org.smppra.simulator.StoredMessage;

/** One line a message, a bind, a report. */
public final class MessageLog implements SimulatorListener {
    private final Output output;
    private final Content content;
    private final boolean quiet;

    public MessageLog(Output output, Content content, boolean quiet) {
        this.output = output;
        this.content = content;
        this.quiet = quiet;
    }

    private void say(String host, String words) {
        output.say(host + " " + words);
    }

    @Override
    public void listening(SimulatedHost host) {
        String plain = host.port() < 0 ? "" : " on " + host.address();
        String tls = host.tlsPort() < 0 ? "" : " TLS on " + host.tlsAddress();
        say(host.name(), "listens" + plain + tls);
    }

    @Override
    public void stopped(SimulatedHost host) {
        say(host.name(), "stopped");
    }

    @Override
    public void bound(BindView bind) {
        say(
                bind.host(),
                "bound " + bind.systemId() + " as " + word(bind) + " from " + bind.remote()
                        + (bind.tls() ? " (TLS)" : ""));
    }

    @Override
    public void bindRefused(String host, String remote, String systemId, CommandStatus status) {
        say(host, "bind refused " + systemId + " from " + remote + ": " + status);
    }

    @Override
    public void unbound(BindView bind, String reason) {
        say(bind.host(), "gone " + bind.systemId() + " as " + word(bind) + " from " + bind.remote() + ": " + reason);
    }

    @Override
    public void submitted(StoredMessage message) {
        if (!quiet) {
            say(
                    message.host(),
                    "message " + message.messageId() + " of " + message.systemId() + " "
                            + describe(message.submitSm()));
        }
    }

    private String describe(SubmitSm message) {
        return "from " + content.number(message.source()) + " to " + content.number(message.destination()) + " coding "
                + message.dataCoding() + " " + content.text(message);
    }

    @Override
    public void submitRefused(BindView bind, SubmitSm message, CommandStatus status) {
        say(bind.host(), "message refused of " + bind.systemId() + " " + describe(message) + ": " + status);
    }

    @Override
    public void delivered(BindView bind, DeliverSm message) {
        if (!quiet) {
            boolean report = Content.isReport(message);
            say(
                    bind.host(),
                    (report ? "report" : "message") + " sent to " + bind.systemId() + " at " + bind.remote() + " "
                            + (report ? content.report(message) : content.text(message)));
        }
    }

    @Override
    public void acknowledged(Acknowledgement answer) {
        if (!quiet) {
            String key = answer.key().matches("[0-9]{10}") || content.shown() ? " " + answer.key() : "";
            say(
                    answer.host(),
                    (answer.status().isOk() ? "acknowledged" : "refused") + key + " by " + answer.systemId()
                            + (answer.status().isOk() ? "" : ": " + answer.status()));
        }
    }

    @Override
    public void complaint(String host, String remote, String words) {
        say(host, "bad input from " + remote + ": " + words);
    }

    private static String word(BindView bind) {
        return bind.bindType().name().toLowerCase(java.util.Locale.ROOT);
    }
}
