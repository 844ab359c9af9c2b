package org.smppra.it.simulator;

import java.io.IOException;
import java.util.BitSet;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.Octets;
import org.smppra.message.Tlv;
import org.smppra.message.Tlvs;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSm;
import org.smppra.pdu.Envelope;
import org.smppra.pdu.SubmitSm;
import org.smppra.pdu.SubmitSmResp;
import org.smppra.pdu.Unbind;

/**
 * One client that submits very many messages, each with a report, and does now and then what goes wrong in a client's
 * life: a message that is refused, a report that it refuses, a session that ends in order or in the midst.
 */
final class Flood implements AutoCloseable {
    private static final int BATCH = 200;
    private static final int MOST_UNREPORTED = 5_000;
    private static final int REFUSED_EACH = 1_000;
    private static final int SESSION = 50_000;
    private static final Octets REFERENCE = Octets.ofLatin1("order-4711-and-more-than-two-octets");

    private final int[] ports;
    private final BitSet answered = new BitSet();
    private final BitSet reported = new BitSet();
    private long firstId = -1;
    private RawEsme esme;
    private int sequenceNumber;
    private int ofSession;
    private int reports;
    private long deliveries;

    Flood(int[] ports) throws IOException {
        this.ports = ports.clone();
        esme = bound();
    }

    private RawEsme bound() throws IOException {
        RawEsme next = new RawEsme(ports[ofSession++ % ports.length]);
        next.write(Envelope.request(1, RawEsme.bind(StrengthProgram.SHOP)));
        Envelope answer = next.read();
        if (!answer.status().isOk()) {
            throw new AssertionError("not bound: " + answer.status());
        }
        return next;
    }

    /** Messages that were answered, each with an id of its own. */
    int answered() {
        return answered.cardinality();
    }

    /** Messages that were reported. */
    int reported() {
        return reports;
    }

    /** deliver_sm that came, those that came again included. */
    long deliveries() {
        return deliveries;
    }

    void submit(int messages) throws IOException {
        for (int left = messages; left > 0; left -= BATCH) {
            batch();
            if (answered() % SESSION == 0) {
                rebind(answered() % (2 * SESSION) == 0);
            }
        }
    }

    private void batch() throws IOException {
        for (int i = 0; i < BATCH; i++) {
            sequenceNumber++;
            esme.add(Envelope.request(sequenceNumber, message(sequenceNumber)));
        }
        esme.add(Envelope.request(++sequenceNumber, ofBadCoding()));
        esme.flush();
        int goal = answered() + BATCH;
        while (answered() < goal || goal - reports > MOST_UNREPORTED) {
            take(esme.read());
        }
    }

    /** Until every message was reported. */
    void awaitReports() throws IOException {
        while (reports < answered()) {
            take(esme.read());
        }
    }

    private void take(Envelope envelope) throws IOException {
        if (envelope.body() instanceof SubmitSmResp answer && envelope.status().isOk()) {
            if (firstId < 0) {
                firstId = Long.parseLong(answer.messageId());
            }
            answered.set(number(answer.messageId()));
        } else if (envelope.body() instanceof DeliverSm report) {
            deliveries++;
            boolean refused = deliveries % REFUSED_EACH == 0;
            if (!refused) {
                note(report);
            }
            esme.add(Envelope.answer(
                    CommandId.DELIVER_SM,
                    envelope.sequenceNumber(),
                    refused ? CommandStatus.ESME_RX_T_APPN : CommandStatus.ESME_ROK));
            esme.flush();
        }
    }

    private void note(DeliverSm report) {
        int number = number(report.shortMessage().toLatin1().substring("id:".length(), "id:1234567890".length()));
        reports += reported.get(number) ? 0 : 1;
        reported.set(number);
    }

    private int number(String messageId) {
        return (int) (Long.parseLong(messageId) - firstId);
    }

    private void rebind(boolean inOrder) throws IOException {
        if (inOrder) {
            esme.write(Envelope.request(++sequenceNumber, new Unbind()));
            while (!esme.isAtEnd()) {
                // What comes now comes again.
            }
        }
        esme.close();
        esme = bound();
    }

    private static SubmitSm message(int number) {
        return submitSm(0, "a text of some length ".repeat(1 + number % 7));
    }

    private static SubmitSm ofBadCoding() {
        return submitSm(77, "refused");
    }

    private static SubmitSm submitSm(int dataCoding, String text) {
        return new SubmitSm(
                "",
                Address.alphanumeric("Shop"),
                Address.international("4512345678"),
                0,
                0,
                0,
                "",
                "",
                1,
                0,
                dataCoding,
                0,
                Octets.ofLatin1(text),
                Tlvs.empty().with(Tlv.USER_MESSAGE_REFERENCE, REFERENCE));
    }

    @Override
    public void close() throws IOException {
        esme.close();
    }
}
