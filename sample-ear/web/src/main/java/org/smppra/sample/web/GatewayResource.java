package org.smppra.sample.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.smppra.SmppException;
import org.smppra.sample.Sender;

@Path("gateway")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class GatewayResource {
    @EJB
    private Sender sender;

    @GET
    public JsonObject state() throws SmppException {
        return GatewayJson.of(sender.gatewayState());
    }
}
