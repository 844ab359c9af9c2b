package org.smppra.sample.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.smppra.SmppException;
import org.smppra.sample.NotStoredException;
import org.smppra.sample.OrderException;

/** Every failure of the interface leaves through here, as JSON. */
@Provider
public class Failures implements ExceptionMapper<Exception> {
    private static final System.Logger LOG = System.getLogger(Failures.class.getName());

    @Override
    public Response toResponse(Exception failure) {
        if (failure instanceof WebApplicationException web) {
            return refusal(web.getResponse()).toResponse();
        }
        Refusal refusal = refusal(failure);
        if (refusal.status() == 500) {
            LOG.log(System.Logger.Level.ERROR, "a request failed", failure);
        }
        return refusal.toResponse();
    }

    static Refusal refusal(Exception failure) {
        if (failure instanceof SmppException smpp) {
            return Refusal.of(smpp);
        }
        if (failure instanceof OrderException && failure.getCause() instanceof SmppException smpp) {
            return Refusal.of(smpp);
        }
        if (failure instanceof InvalidRequestException invalid) {
            return Refusal.invalid(invalid.field(), invalid.problem());
        }
        return failure instanceof NotStoredException notStored ? Refusal.of(notStored) : Refusal.unexpected();
    }

    /** No such path, wrong method or media type: the status is the container's. */
    private static Refusal refusal(Response container) {
        return Refusal.of(container.getStatus(), container.getStatusInfo().getReasonPhrase());
    }
}
