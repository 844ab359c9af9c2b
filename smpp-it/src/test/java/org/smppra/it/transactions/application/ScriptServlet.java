package org.smppra.it.transactions.application;

import com.arjuna.ats.internal.jta.recovery.arjunacore.XARecoveryModule;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonWriter;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.TransactionManager;
import java.io.IOException;
import java.nio.file.Path;
import javax.management.JMException;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.smppra.GatewayState;
import org.smppra.SmppException;

/** POST runs a script; GET tells how the gateway of a connection factory is. */
@WebServlet(urlPatterns = "/script", loadOnStartup = 1)
public class ScriptServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @EJB
    private ContainerManaged containerManaged;

    @EJB
    private BeanManaged beanManaged;

    @Resource(lookup = "java:/jdbc/orders")
    private DataSource database;

    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager transactions;

    @Resource
    private ManagedThreadFactory threads;

    private transient Messages messages;
    private transient OtherResources others;

    @Override
    public void init() throws ServletException {
        try {
            HaltingBranches branches =
                    new HaltingBranches(Path.of(System.getProperty("jboss.server.data.dir"), "halting-branches"));
            XARecoveryModule.getRegisteredXARecoveryModule().addXAResourceRecoveryHelper(branches.recovery());
            others = new OtherResources(transactions, new Halt(), branches);
            messages = new Messages();
        } catch (IOException e) {
            throw new ServletException(e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonArray steps;
        try (JsonReader reader = Json.createReader(request.getInputStream())) {
            steps = reader.readArray();
        }
        Answer answer = new Answer();
        Exception thrown = null;
        try {
            new Script(
                            new Demarcation(containerManaged, beanManaged),
                            new Orders(database),
                            messages,
                            others,
                            new Load(threads, containerManaged, new Orders(database)),
                            answer)
                    .run(steps, null);
        } catch (Exception e) {
            thrown = e;
        }
        write(response, answer.end(thrown));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            GatewayState state = messages.state(request.getParameter("factory"));
            write(
                    response,
                    Json.createObjectBuilder()
                            .add(
                                    "boundHosts",
                                    state.hosts().values().stream()
                                            .filter(host -> host.submitting() > 0)
                                            .count())
                            .add("waiting", state.waiting())
                            .add("inDoubt", Operator.inDoubt())
                            .add("held", Json.createArrayBuilder(Operator.held("default")))
                            .build());
        } catch (SmppException | NamingException | JMException e) {
            throw new ServletException(e);
        }
    }

    private static void write(HttpServletResponse response, JsonObject body) throws IOException {
        response.setContentType("application/json");
        try (JsonWriter writer = Json.createWriter(response.getOutputStream())) {
            writer.writeObject(body);
        }
    }
}
