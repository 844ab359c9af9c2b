package org.smppra.codec;

import org.smppra.message.Tlvs;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindResponse;

/** SMPP 3.4 section 4.1: the three binds and their answers. */
final class BindFormat {
    private BindFormat() {}

    interface RequestMaker {
        BindRequest make(
                String systemId,
                String password,
                String systemType,
                int interfaceVersion,
                int addrTon,
                int addrNpi,
                String addressRange);
    }

    interface ResponseMaker {
        BindResponse make(String systemId, Tlvs tlvs);
    }

    static BindRequest read(PduInput in, RequestMaker maker) throws PduException {
        return maker.make(
                in.cString("system_id"),
                in.cString("password"),
                in.cString("system_type"),
                in.int8("interface_version"),
                in.int8("addr_ton"),
                in.int8("addr_npi"),
                in.cString("address_range"));
    }

    static void write(BindRequest bind, PduOutput out) {
        out.cString("system_id", bind.systemId(), 16);
        out.cString("password", bind.password(), 9);
        out.cString("system_type", bind.systemType(), 13);
        out.int8(bind.interfaceVersion());
        out.int8(bind.addrTon());
        out.int8(bind.addrNpi());
        out.cString("address_range", bind.addressRange(), 41);
    }

    /** An answer without a body is read, whatever its status: real SMSCs send both. */
    static BindResponse readResp(PduInput in, ResponseMaker maker) throws PduException {
        return in.atEnd() ? maker.make("", Tlvs.empty()) : maker.make(in.cString("system_id"), in.tlvs());
    }

    static void writeResp(BindResponse response, boolean ok, PduOutput out) {
        if (ok) {
            out.cString("system_id", response.systemId(), 16);
            out.tlvs(response.tlvs());
        }
    }
}
