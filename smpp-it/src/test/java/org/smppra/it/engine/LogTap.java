package org.smppra.it.engine;

import java.lang.System.Logger.Level;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;

/** The backend of {@link System.Logger} in these tests: whoever {@link Logged listens} gets every line. */
public final class LogTap extends System.LoggerFinder {
    interface Listener {
        void logged(Level level, String line);
    }

    private static final List<Listener> LISTENERS = new CopyOnWriteArrayList<>();

    static void add(Listener listener) {
        LISTENERS.add(listener);
    }

    static void remove(Listener listener) {
        LISTENERS.remove(listener);
    }

    @Override
    public System.Logger getLogger(String name, Module module) {
        return new Tapped(name);
    }

    private record Tapped(String name) implements System.Logger {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return name.startsWith("org.smppra") && !LISTENERS.isEmpty();
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            publish(level, message + " " + thrown + (thrown == null ? "" : Arrays.toString(thrown.getStackTrace())));
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            publish(
                    level,
                    parameters == null || parameters.length == 0 ? format : MessageFormat.format(format, parameters));
        }

        private void publish(Level level, String line) {
            if (isLoggable(level)) {
                LISTENERS.forEach(listener -> listener.logged(level, line));
            }
        }
    }
}
