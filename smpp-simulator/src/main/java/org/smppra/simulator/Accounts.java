package org.smppra.simulator;

import java.util.Map;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.BindRequest;

/** Who may bind: where no account is configured, everybody. */
record Accounts(Map<String, String> passwords) {
    Accounts {
        passwords = Map.copyOf(passwords);
    }

    CommandStatus check(BindRequest bind) {
        if (passwords.isEmpty()) {
            return CommandStatus.ESME_ROK;
        }
        String password = passwords.get(bind.systemId());
        if (password == null) {
            return CommandStatus.ESME_RINVSYSID;
        }
        return password.equals(bind.password()) ? CommandStatus.ESME_ROK : CommandStatus.ESME_RINVPASWD;
    }

    boolean knows(String systemId) {
        return passwords.isEmpty() || passwords.containsKey(systemId);
    }

    @Override
    public String toString() {
        return "Accounts" + passwords.keySet();
    }
}
