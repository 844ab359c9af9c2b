package org.smppra.sample.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import org.smppra.ShortMessage;
import org.smppra.SmppException;
import org.smppra.sample.MessageStore;
import org.smppra.sample.NotStoredException;
import org.smppra.sample.Sender;
import org.smppra.sample.SentMessage;

@Path("messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class MessagesResource {
    @EJB
    private Sender sender;

    @EJB
    private MessageStore store;

    /** 202, for the SMSC accepted the message and nobody has it yet. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response send(InputStream body, @Context UriInfo uri)
            throws InvalidRequestException, SmppException, NotStoredException {
        SentMessage message = sender.send(shortMessage(RequestBody.read(body)));
        return Response.accepted(SentMessageJson.of(message).build())
                .location(uri.getAbsolutePathBuilder()
                        .path(message.submissionId())
                        .build())
                .build();
    }

    @GET
    @Path("{submissionId}")
    public JsonObject find(@PathParam("submissionId") String submissionId) {
        SentMessage message = store.find(submissionId).orElseThrow(NotFoundException::new);
        return SentMessageJson.of(message)
                .add("reports", ReportJson.all(store.reportsOf(message)))
                .build();
    }

    /** Looks only whether the fields are there: what may stand in them is for {@code submit} to say. */
    static ShortMessage shortMessage(RequestBody body) throws InvalidRequestException {
        ShortMessage.Builder message = ShortMessage.to(body.required("to")).text(body.required("text"));
        body.optional("from").ifPresent(message::from);
        body.optional("reference").ifPresent(message::reference);
        return message.build();
    }
}
