package org.smppra.simulator.tool.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.smppra.simulator.CannotListenException;

/** The HTTP server. Nothing that a request holds ends in more than an answer to it. */
public final class HttpService implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int WAITING = 64;

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final Guard guard;
    private final Routes routes;

    private HttpService(HttpServer server, ThreadPoolExecutor threads, Guard guard, Routes routes) {
        this.server = server;
        this.threads = threads;
        this.guard = guard;
        this.routes = routes;
    }

    /**
     * Serves the page and the API.
     *
     * @param port 0: a free one
     * @param names by which browsers may call this machine, beside localhost and its addresses
     * @throws IOException if the port cannot be had
     */
    public static HttpService start(InetAddress address, int port, Set<String> names, Subject subject)
            throws IOException {
        Routes routes = new Routes();
        new Page().addTo(routes);
        new StatusCalls(subject).addTo(routes);
        new HostCalls(subject).addTo(routes);
        new DeliveryCalls(subject.simulator()).addTo(routes);
        new BehaviourCalls(subject).addTo(routes);
        new OutcomeCalls(subject.simulator().outcomes()).addTo(routes);
        new LoadCalls(subject.load()).addTo(routes);
        return start(address, port, new Guard(names), routes);
    }

    private static HttpService start(InetAddress address, int port, Guard guard, Routes routes) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), work -> {
                    Thread thread = new Thread(work, "sim-http-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        HttpService service = new HttpService(server, threads, guard, routes);
        server.setExecutor(threads);
        server.createContext("/", service::serve);
        server.start();
        return service;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Such as {@code http://127.0.0.1:8025/}. */
    public String url() {
        InetAddress address = server.getAddress().getAddress();
        String host = address.isAnyLocalAddress()
                ? "127.0.0.1"
                : address.getHostAddress().contains(":")
                        ? "[" + address.getHostAddress() + "]"
                        : address.getHostAddress();
        return "http://" + host + ":" + port() + "/";
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                guard.check(exchange.getRequestMethod(), exchange.getRequestHeaders());
                answer = routes.answer(Request.of(exchange));
            } catch (Problem e) {
                answer = e.answer();
            } catch (IllegalArgumentException e) {
                answer = new Problem(400, null, String.valueOf(e.getMessage())).answer();
            } catch (IllegalStateException | CannotListenException e) {
                answer = new Problem(409, null, String.valueOf(e.getMessage())).answer();
            } catch (RuntimeException e) {
                answer = new Problem(500, null, "a defect of the simulator: " + e).answer();
            }
            send(exchange, answer);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.contentType() + "; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'self'; img-src data:; frame-ancestors 'none'");
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
