package org.smppra.it.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** Halts the JVM, as a kill does, when a named point is reached for the so many-th time. */
final class HaltPoint {
    private final String name;
    private final AtomicInteger left;

    HaltPoint(String name, int count) {
        this.name = name;
        this.left = new AtomicInteger(count);
    }

    void reached(String point) {
        if (point.equals(name) && left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(77);
        }
    }

    /**
     * The same object, with a point before and after each call.
     *
     * @param inner results of these types are wrapped too
     */
    <T> T around(Class<T> type, T real, Class<?>... inner) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String call = method.getName();
                    if (call.equals("commit") && arguments != null) {
                        call = Boolean.TRUE.equals(arguments[1]) ? "commit one phase" : "commit";
                    }
                    reached("before " + call);
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    reached("after " + call);
                    for (Class<?> each : inner) {
                        if (method.getReturnType() == each) {
                            return wrapped(each, result);
                        }
                    }
                    return result;
                }));
    }

    private <T> T wrapped(Class<T> type, Object result) {
        return around(type, type.cast(result));
    }
}
