package org.smppra.it.foreign;

import org.smppra.pdu.BindRequest;

/** The constructor of a bind request. */
interface BindMaker {
    BindRequest make(
            String systemId,
            String password,
            String systemType,
            int interfaceVersion,
            int addrTon,
            int addrNpi,
            String addressRange);
}
