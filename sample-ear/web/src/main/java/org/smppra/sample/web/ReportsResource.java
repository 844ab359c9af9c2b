package org.smppra.sample.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.smppra.sample.MessageStore;

@Path("reports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class ReportsResource {
    @EJB
    private MessageStore store;

    /** In order of arrival; also reports of messages that were sent by somebody else. */
    @GET
    public JsonArray find(@QueryParam("messageId") @Nullable String messageId) throws InvalidRequestException {
        if (messageId == null || messageId.isBlank()) {
            throw new InvalidRequestException("messageId", "is missing");
        }
        return ReportJson.all(store.reportsWithMessageId(messageId)).build();
    }
}
