package org.smppra.it.inbound.application;

import jakarta.annotation.Resource;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import jakarta.json.Json;
import jakarta.json.JsonWriter;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.smppra.it.inbound.ReceiptText;

/** POST begins a new tally, and may fill the queue; GET tells the tally. */
@WebServlet(urlPatterns = "/tally", loadOnStartup = 1)
public class TallyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 1000;

    @Resource(lookup = "java:/ConnectionFactory")
    private transient ConnectionFactory connections;

    @Resource(lookup = "java:/jms/queue/receipts")
    private transient Queue queue;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        int calls = Integer.parseInt(request.getParameter("calls"));
        String fill = request.getParameter("fill");
        Tally.begin(calls);
        if (fill != null) {
            try {
                fill(calls, fill.equals("persistent") ? DeliveryMode.PERSISTENT : DeliveryMode.NON_PERSISTENT);
            } catch (JMSException e) {
                throw new ServletException(e);
            }
        }
    }

    private void fill(int count, int mode) throws JMSException {
        try (JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
            JMSProducer producer = context.createProducer().setDeliveryMode(mode);
            for (int i = 1; i <= count; i++) {
                TextMessage message = context.createTextMessage(ReceiptText.of(i));
                message.setJMSCorrelationID(ReceiptText.id(i));
                producer.send(queue, message);
                if (i % AT_ONCE == 0 || i == count) {
                    context.commit();
                }
            }
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        try (JsonWriter writer = Json.createWriter(response.getOutputStream())) {
            writer.writeObject(Tally.state());
        }
    }
}
