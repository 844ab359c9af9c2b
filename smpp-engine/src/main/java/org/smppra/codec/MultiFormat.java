package org.smppra.codec;

import java.util.ArrayList;
import java.util.List;
import org.smppra.message.CommandStatus;
import org.smppra.message.Tlvs;
import org.smppra.pdu.DestAddress;
import org.smppra.pdu.DestAddress.DistributionList;
import org.smppra.pdu.DestAddress.Sme;
import org.smppra.pdu.SubmitMulti;
import org.smppra.pdu.SubmitMultiResp;
import org.smppra.pdu.UnsuccessSme;

/** SMPP 3.4 section 4.5 (submit_multi): a submit_sm with a list of destinations, answered with a list of failures. */
final class MultiFormat {
    private static final int MAX_DESTS = 254;
    private static final int MAX_UNSUCCESS = 255;
    private static final int SME = 1;
    private static final int DISTRIBUTION_LIST = 2;
    /** dest_flag and an empty name. */
    private static final int SMALLEST_DEST = 2;
    /** An empty address and its status. */
    private static final int SMALLEST_UNSUCCESS = 7;

    private MultiFormat() {}

    static SubmitMulti read(PduInput in) throws PduException {
        return new SubmitMulti(
                in.cString("service_type"),
                in.address(AddressField.SOURCE),
                readDestinations(in),
                in.int8("esm_class"),
                in.int8("protocol_id"),
                in.int8("priority_flag"),
                in.cString("schedule_delivery_time"),
                in.cString("validity_period"),
                in.int8("registered_delivery"),
                in.int8("replace_if_present_flag"),
                in.int8("data_coding"),
                in.int8("sm_default_msg_id"),
                in.shortMessage(),
                in.tlvs());
    }

    static void write(SubmitMulti message, PduOutput out) {
        out.cString("service_type", message.serviceType(), 6);
        out.address(AddressField.SOURCE, message.source(), 21);
        write(message.destinations(), out);
        out.int8("esm_class", message.esmClass());
        out.int8("protocol_id", message.protocolId());
        out.int8("priority_flag", message.priorityFlag());
        out.time("schedule_delivery_time", message.scheduleDeliveryTime());
        out.time("validity_period", message.validityPeriod());
        out.int8("registered_delivery", message.registeredDelivery());
        out.int8("replace_if_present_flag", message.replaceIfPresentFlag());
        out.int8("data_coding", message.dataCoding());
        out.int8("sm_default_msg_id", message.smDefaultMsgId());
        out.shortMessage(message.shortMessage());
        out.tlvs(message.tlvs());
    }

    private static List<DestAddress> readDestinations(PduInput in) throws PduException {
        int count = in.count("number_of_dests", SMALLEST_DEST);
        List<DestAddress> destinations = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int flag = in.int8("dest_flag");
            destinations.add(
                    switch (flag) {
                        case SME -> new Sme(in.address(AddressField.DESTINATION));
                        case DISTRIBUTION_LIST -> new DistributionList(in.cString("dl_name"));
                        default -> throw in.refusal("dest_flag: " + flag, CommandStatus.ESME_RINVDESTFLAG);
                    });
        }
        return destinations;
    }

    private static void write(List<DestAddress> destinations, PduOutput out) {
        out.count("number_of_dests", destinations.size(), MAX_DESTS);
        for (DestAddress destination : destinations) {
            if (destination instanceof Sme sme) {
                out.int8("dest_flag", SME);
                out.address(AddressField.DESTINATION, sme.address(), 21);
            } else if (destination instanceof DistributionList list) {
                out.int8("dest_flag", DISTRIBUTION_LIST);
                out.cString("dl_name", list.name(), 21);
            }
        }
    }

    /** Some answer as to a submit_sm, with the id alone. */
    static SubmitMultiResp readResp(PduInput in) throws PduException {
        if (in.atEnd()) {
            return new SubmitMultiResp("", List.of(), Tlvs.empty());
        }
        String messageId = in.cString("message_id");
        return in.atEnd()
                ? new SubmitMultiResp(messageId, List.of(), Tlvs.empty())
                : new SubmitMultiResp(messageId, readUnsuccessful(in), in.tlvs());
    }

    /** With a body whatever the status: only the list says which destination was refused. */
    static void writeResp(SubmitMultiResp response, PduOutput out) {
        out.cString("message_id", response.messageId(), 65);
        out.count("no_unsuccess", response.unsuccessful().size(), MAX_UNSUCCESS);
        for (UnsuccessSme refused : response.unsuccessful()) {
            out.address(AddressField.DESTINATION, refused.address(), 21);
            out.int32(refused.errorStatus().value());
        }
        out.tlvs(response.tlvs());
    }

    private static List<UnsuccessSme> readUnsuccessful(PduInput in) throws PduException {
        int count = in.count("no_unsuccess", SMALLEST_UNSUCCESS);
        List<UnsuccessSme> refused = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            refused.add(new UnsuccessSme(
                    in.address(AddressField.DESTINATION), CommandStatus.of(in.int32("error_status_code"))));
        }
        return refused;
    }
}
