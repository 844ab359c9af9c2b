package org.smppra.simulator.tool.http;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Which call answers which method and path. A segment of a path in braces stands for any. */
final class Routes {
    interface Call {
        /** @throws IllegalArgumentException if something in the request is wrong, in words */
        Answer answer(Request request);
    }

    private record Route(String method, List<String> path, Call call) {
        boolean fits(List<String> asked) {
            if (asked.size() != path.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!path.get(i).startsWith("{") && !path.get(i).equals(asked.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Route> routes = new ArrayList<>();

    Routes add(String method, String path, Call call) {
        List<String> segments =
                path.equals("/") ? List.of() : List.of(path.substring(1).split("/"));
        routes.add(new Route(method, segments, call));
        return this;
    }

    Answer answer(Request request) {
        TreeSet<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (route.fits(request.path())) {
                if (route.method.equals(request.method())) {
                    return route.call.answer(request);
                }
                methods.add(route.method);
            }
        }
        throw methods.isEmpty()
                ? new Problem(404, null, "there is nothing here; the page is at /, the API at /api/status")
                : new Problem(405, null, "only " + String.join(", ", methods));
    }
}
