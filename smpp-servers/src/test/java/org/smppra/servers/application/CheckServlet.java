package org.smppra.servers.application;

import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.smppra.GatewayState;

/** Runs what the test asks for: POST works, GET tells of the gateway, as a factory knows it or the operator's object. A failure is a status of 500 with its text. */
@WebServlet("/check")
public class CheckServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private Work work;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String factory = request.getParameter("factory");
        String reference = request.getParameter("reference");
        String steps = request.getParameter("steps");
        try {
            if (steps == null) {
                work.outside(factory, reference);
            } else {
                List<Step> all =
                        Arrays.stream(steps.split(",")).map(Step::valueOf).toList();
                work.inTransaction(factory, all, reference);
            }
        } catch (Exception e) {
            fail(response, e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (request.getParameter("operations") != null) {
                response.getWriter().print(work.operations().state().waiting());
            } else if (request.getParameter("factory") == null) {
                response.getWriter().print(inDoubt());
            } else {
                GatewayState gateway = work.gateway(request.getParameter("factory"));
                long submitting = gateway.hosts().values().stream()
                        .filter(host -> host.submitting() > 0)
                        .count();
                response.getWriter().print(submitting + " " + gateway.waiting());
            }
        } catch (Exception e) {
            fail(response, e);
        }
    }

    /**
     * Branches that wait for their transaction manager, of all adapters of this server. As long as there is none, or one
     * has not read its outbox, nobody knows.
     */
    private static int inDoubt() throws JMException {
        MBeanServer mbeans = ManagementFactory.getPlatformMBeanServer();
        Set<ObjectName> adapters = mbeans.queryNames(new ObjectName("org.smppra:type=Adapter,*"), null);
        if (adapters.isEmpty()) {
            throw new IllegalStateException("no adapter is seen in JMX");
        }
        int inDoubt = 0;
        for (ObjectName adapter : adapters) {
            if (!(boolean) mbeans.getAttribute(adapter, "OutboxOpen")) {
                throw new IllegalStateException("the outbox is not open: " + adapter);
            }
            inDoubt += ((Object[]) mbeans.getAttribute(adapter, "InDoubt")).length;
        }
        return inDoubt;
    }

    private static void fail(HttpServletResponse response, Exception e) throws IOException {
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        PrintWriter text = response.getWriter();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            text.println(cause);
        }
    }
}
