package org.smppra.it.foreign;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.bean.Address;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceIfPresentFlag;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.smppra.message.CommandStatus;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.SubmitSm;

/** jSMPP's client session. */
final class JsmppEsme extends ForeignEsme {
    private static final int PATIENCE = 20_000;
    private static final int LITTLE_PATIENCE = 3_000;
    private static final TypeOfNumber TON = TypeOfNumber.INTERNATIONAL;
    private static final NumberingPlanIndicator NPI = NumberingPlanIndicator.ISDN;
    private static final RegisteredDelivery REGISTERED = new RegisteredDelivery(1);
    private static final RawDataCoding GSM = new RawDataCoding((byte) 0);

    private final AskingSession session = new AskingSession();

    JsmppEsme(CommandId bind, String address, String password) throws Exception {
        session.setTransactionTimer(PATIENCE);
        session.setMessageReceiverListener(new Receiver());
        int colon = address.lastIndexOf(':');
        try {
            session.connectAndBind(
                    address.substring(0, colon),
                    Integer.parseInt(address.substring(colon + 1)),
                    new BindParameter(
                            BindType.valueOf(bind.value()),
                            "shop",
                            password,
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            ""));
        } catch (IOException e) {
            throw e.getCause() instanceof NegativeResponseException refused
                    ? new RefusedException(refused.getCommandStatus())
                    : e;
        }
    }

    @Override
    String submit(SubmitSm message) throws Exception {
        try {
            return session.submitShortMessage(
                            message.serviceType(),
                            JsmppFields.ton(message.source()),
                            JsmppFields.npi(message.source()),
                            message.source().value(),
                            JsmppFields.ton(message.destination()),
                            JsmppFields.npi(message.destination()),
                            message.destination().value(),
                            new ESMClass(message.esmClass()),
                            (byte) message.protocolId(),
                            (byte) message.priorityFlag(),
                            message.scheduleDeliveryTime(),
                            message.validityPeriod(),
                            new RegisteredDelivery(message.registeredDelivery()),
                            (byte) message.replaceIfPresentFlag(),
                            new RawDataCoding((byte) message.dataCoding()),
                            (byte) message.smDefaultMsgId(),
                            message.shortMessage().toByteArray(),
                            JsmppFields.theirs(message.tlvs()))
                    .getMessageId();
        } catch (NegativeResponseException e) {
            throw new RefusedException(e.getCommandStatus());
        }
    }

    @Override
    void enquireLink() throws Exception {
        session.ask();
    }

    @Override
    Map<String, Callable<CommandStatus>> beyondTheProvider() {
        return Map.of(
                "query_sm", nack(() -> session.queryShortMessage("1", TON, NPI, "4512345678")),
                "cancel_sm",
                        nack(() -> session.cancelShortMessage("", "1", TON, NPI, "4512345678", TON, NPI, "4587654321")),
                "replace_sm",
                        nack(() -> session.replaceShortMessage(
                                "1", TON, NPI, "4512345678", null, null, REGISTERED, (byte) 0, new byte[] {'x'})),
                "submit_multi",
                        nack(() -> session.submitMultiple(
                                "",
                                TON,
                                NPI,
                                "4512345678",
                                new Address[] {new Address(TON, NPI, "4587654321")},
                                new ESMClass(),
                                (byte) 0,
                                (byte) 0,
                                null,
                                null,
                                REGISTERED,
                                ReplaceIfPresentFlag.DEFAULT,
                                GSM,
                                (byte) 0,
                                new byte[] {'x'})),
                "data_sm",
                        nack(() -> session.dataShortMessage(
                                "",
                                TON,
                                NPI,
                                "4512345678",
                                TON,
                                NPI,
                                "4587654321",
                                new ESMClass(),
                                REGISTERED,
                                GSM,
                                new OptionalParameter.Message_payload(new byte[] {'x'}))));
    }

    private interface Request {
        void send() throws Exception;
    }

    private Callable<CommandStatus> nack(Request request) {
        return () -> {
            // A generic_nack that is faster than jSMPP's caller is not seen before the caller's time is over.
            session.setTransactionTimer(LITTLE_PATIENCE);
            try {
                request.send();
            } catch (GenericNackResponseException e) {
                return CommandStatus.of(e.getCommandStatus());
            } finally {
                session.setTransactionTimer(PATIENCE);
            }
            throw new AssertionError("not answered with generic_nack");
        };
    }

    @Override
    int interfaceVersion() {
        return session.getInterfaceVersion().value();
    }

    @Override
    void unbind() {
        // Where the end of the stream is faster than the thread that handles unbind_resp, jSMPP waits its whole time.
        session.setTransactionTimer(LITTLE_PATIENCE);
        session.unbindAndClose();
    }

    @Override
    boolean isBound() {
        return session.getSessionState().isBound();
    }

    @Override
    public void close() {
        session.close();
    }

    private static final class AskingSession extends SMPPSession {
        AskingSession() {
            super((host, port) -> {
                Socket socket = new Socket();
                socket.connect(new InetSocketAddress(host, port), PATIENCE);
                socket.setTcpNoDelay(true);
                return new SocketConnection(socket);
            });
        }

        void ask() throws Exception {
            sendEnquireLink();
        }
    }

    private final class Receiver implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(org.jsmpp.bean.DeliverSm message) throws ProcessRequestException {
            if (message.isSmscDeliveryReceipt()) {
                try {
                    take(JsmppFields.receipt(message.getShortMessageAsDeliveryReceipt()));
                } catch (InvalidDeliveryReceiptException e) {
                    throw new ProcessRequestException(e.getMessage(), CommandStatus.ESME_RX_R_APPN.value(), e);
                }
            }
            take(JsmppFields.deliverSm(message));
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {
            throw new AssertionError("no test sends one");
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("unwanted", CommandStatus.ESME_RINVCMDID.value());
        }
    }
}
