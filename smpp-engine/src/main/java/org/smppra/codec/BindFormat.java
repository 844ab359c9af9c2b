package org.smppra.codec;

import org.smppra.message.Tlvs;
import org.smppra.pdu.BindRequest;
import org.smppra.pdu.BindResponse;
import org.smppra.pdu.Outbind;

/** SMPP 3.4 section 4.1: the three binds and their answers, and outbind. */
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
        out.int8("interface_version", bind.interfaceVersion());
        out.int8("addr_ton", bind.addrTon());
        out.int8("addr_npi", bind.addrNpi());
        out.cString("address_range", bind.addressRange(), 41);
    }

    /** An answer without a body is read, whatever its status: real SMSCs send both. */
    static BindResponse readResp(PduInput in, ResponseMaker maker) throws PduException {
        return in.atEnd() ? maker.make("", Tlvs.empty()) : maker.make(in.cString("system_id"), in.tlvs());
    }

    /** SMPP 3.4 sections 4.1.2, 4.1.4 and 4.1.6: no body with an error. */
    static void writeResp(BindResponse response, boolean ok, PduOutput out) {
        if (ok) {
            out.cString("system_id", response.systemId(), 16);
            out.tlvs(response.tlvs());
        }
    }

    static Outbind readOutbind(PduInput in) throws PduException {
        return new Outbind(in.cString("system_id"), in.cString("password"));
    }

    static void writeOutbind(Outbind outbind, PduOutput out) {
        out.cString("system_id", outbind.systemId(), 16);
        out.cString("password", outbind.password(), 9);
    }
}
