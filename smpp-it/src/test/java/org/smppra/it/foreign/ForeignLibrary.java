package org.smppra.it.foreign;

import java.util.function.Function;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.SubmitSm;

/** The libraries that ours is tried against. */
enum ForeignLibrary {
    JSMPP {
        @Override
        ForeignCodec codec() {
            return new JsmppCodec();
        }

        @Override
        ForeignSmsc smsc(Function<SubmitSm, CommandStatus> verdict) {
            return new JsmppSmsc(verdict);
        }

        @Override
        ForeignEsme esme(CommandId bind, String address, String password) throws Exception {
            return new JsmppEsme(bind, address, password);
        }
    },
    CLOUDHOPPER {
        @Override
        ForeignCodec codec() {
            return new CloudhopperCodec();
        }

        @Override
        ForeignSmsc smsc(Function<SubmitSm, CommandStatus> verdict) {
            return new CloudhopperSmsc(verdict);
        }

        @Override
        ForeignEsme esme(CommandId bind, String address, String password) throws Exception {
            return new CloudhopperEsme(bind, address, password);
        }
    };

    abstract ForeignCodec codec();

    /** An SMSC that answers each submit_sm with this status. */
    abstract ForeignSmsc smsc(Function<SubmitSm, CommandStatus> verdict);

    /** An SMSC that takes all. */
    ForeignSmsc smsc() {
        return smsc(message -> CommandStatus.ESME_ROK);
    }

    /** A client that is bound as the account shop. @throws RefusedException if the bind was */
    abstract ForeignEsme esme(CommandId bind, String address, String password) throws Exception;
}
