package org.smppra.benchmark.client;

import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;

/** To return is to acknowledge. */
record JsmppReceiver(Runnable each) implements MessageReceiverListener {
    @Override
    public void onAcceptDeliverSm(DeliverSm message) {
        each.run();
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("no data_sm is expected", 0x08);
    }
}
