package org.smppra.it.transactions.application;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.smppra.GatewayState;
import org.smppra.ShortMessage;
import org.smppra.SmppConnection;
import org.smppra.SmppConnectionFactory;
import org.smppra.SmppException;
import org.smppra.Submission;
import org.smppra.SubmitResult;

/** Messages through the connection factory of a name. */
final class Messages {
    Submission submit(String factory, JsonObject message) throws SmppException, NamingException {
        try (SmppConnection connection = named(factory).getConnection()) {
            return connection.submit(MessageJson.read(message));
        }
    }

    SubmitResult submitNow(String factory, JsonObject message) throws SmppException, NamingException {
        try (SmppConnection connection = named(factory).getConnection()) {
            return connection.submitNow(MessageJson.read(message));
        }
    }

    /** As many as told; the references are that of the message with a number behind it. */
    List<Submission> submitAll(String factory, JsonObject message, int count) throws SmppException, NamingException {
        ShortMessage first = MessageJson.read(message);
        String reference = first.reference().orElseThrow();
        List<ShortMessage> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(first.toBuilder().reference(reference + i).build());
        }
        try (SmppConnection connection = named(factory).getConnection()) {
            return connection.submitAll(all);
        }
    }

    GatewayState state(String factory) throws SmppException, NamingException {
        try (SmppConnection connection = named(factory).getConnection()) {
            return connection.gatewayState();
        }
    }

    @SuppressWarnings("BanJNDI") // names of these tests
    static SmppConnectionFactory named(String factory) throws NamingException {
        return InitialContext.doLookup("java:/smpp/" + factory);
    }
}
