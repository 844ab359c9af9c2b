package org.smppra.sample.web;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.smppra.sample.OrderException;
import org.smppra.sample.Orders;
import org.smppra.sample.ShippedOrder;

@Path("orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON + ";charset=UTF-8")
public class OrdersResource {
    @EJB
    private Orders orders;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ship(InputStream body) throws InvalidRequestException, OrderException {
        RequestBody order = RequestBody.read(body);
        orders.ship(order.required("number"), order.required("to"));
        return Response.noContent().build();
    }

    /** 404 for one that is not known, or was rolled back. */
    @GET
    @Path("{number}")
    public JsonObject find(@PathParam("number") String number) {
        ShippedOrder order = orders.find(number).orElseThrow(NotFoundException::new);
        return Json.createObjectBuilder()
                .add("number", order.number())
                .add("announcement", order.announcement())
                .add("messageId", ReportJson.textOrNull(order.messageId()))
                .build();
    }
}
