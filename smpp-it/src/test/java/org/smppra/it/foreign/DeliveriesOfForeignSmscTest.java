package org.smppra.it.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.smppra.DeliveryReceipt;
import org.smppra.MessageState;
import org.smppra.ReceivedMessage;
import org.smppra.it.engine.RunningEngine;
import org.smppra.message.Address;
import org.smppra.message.CommandStatus;
import org.smppra.message.MessageId;
import org.smppra.pdu.CommandId;
import org.smppra.pdu.DeliverSm;

/** What somebody else's SMSC delivers reaches a listener as values, and the listener's fate reaches the SMSC. */
class DeliveriesOfForeignSmscTest {
    /** Delivers it, settles it so, and looks that the SMSC had its answer no sooner. */
    private static Object deliver(ForeignLibrary library, DeliverSm message, CommandStatus fate) throws Exception {
        try (ForeignSmsc smsc = library.smsc();
                RunningEngine engine = new RunningEngine(smsc.address(), p -> {}).awaitBound(1)) {
            RecordingSink sink = new RecordingSink();
            engine.account().addSink(sink);
            RunningEngine.await(() -> smsc.sessions() == 1); // a library answers the bind before it counts it as bound
            try (Delivering delivering = new Delivering(smsc, message)) {
                RunningEngine.await(() -> sink.open() == 1);
                assertThat(smsc.received(CommandId.DELIVER_SM_RESP)).isZero();
                assertThat(delivering.isAnswered()).isFalse();
                sink.settle(fate);
                assertThat(delivering.answer()).isEqualTo(fate);
                assertThat(smsc.received(CommandId.DELIVER_SM_RESP)).isEqualTo(1);
            }
            assertThat(sink.values()).hasSize(1);
            return sink.values().get(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_receipt_arrives_and_is_acknowledged_when_it_is_committed(ForeignLibrary library) throws Exception {
        Object value = deliver(library, Messages.receipt(), CommandStatus.ESME_ROK);
        assertThat(value).isInstanceOfSatisfying(DeliveryReceipt.class, receipt -> {
            assertThat(receipt.messageId()).isEqualTo(MessageId.of("1390125333"));
            assertThat(receipt.state()).isEqualTo(MessageState.UNDELIVERABLE);
            assertThat(receipt.reference()).contains("order-4711");
            assertThat(receipt.text()).isEqualTo(Messages.RECEIPT);
            assertThat(receipt.tlvs()).isEqualTo(Messages.receipt().tlvs());
            assertThat(receipt.from()).isEqualTo(Address.international("4587654321"));
            assertThat(receipt.to()).isEqualTo(Address.international("451204"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_mobile_originated_message_arrives_and_is_acknowledged_when_it_is_committed(ForeignLibrary library)
            throws Exception {
        Object value = deliver(library, Messages.mobileOriginated(), CommandStatus.ESME_ROK);
        assertThat(value).isInstanceOfSatisfying(ReceivedMessage.class, message -> assertThat(message.text())
                .contains("Привет"));
    }

    @ParameterizedTest
    @EnumSource
    void what_the_listener_refuses_is_refused_with_its_status(ForeignLibrary library) throws Exception {
        deliver(library, Messages.receipt(), CommandStatus.ESME_RX_T_APPN);
    }
}
