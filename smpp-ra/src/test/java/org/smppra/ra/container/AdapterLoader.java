package org.smppra.ra.container;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;
import org.smppra.ShortMessage;
import org.smppra.engine.Engine;
import org.smppra.ra.SmppResourceAdapter;

/** A class loader with the adapter alone, as a server makes one at each deployment of the RAR. */
public final class AdapterLoader extends URLClassLoader {
    public AdapterLoader() {
        super(places(), new Platform());
    }

    /** Where the classes of our three modules are. */
    public static URL[] places() {
        return Stream.of(ShortMessage.class, Engine.class, SmppResourceAdapter.class)
                .map(each -> each.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
    }

    /** What a server provides: all but our own classes. */
    private static final class Platform extends ClassLoader {
        Platform() {
            super("platform", null);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.smppra.")) {
                throw new ClassNotFoundException(name);
            }
            return AdapterLoader.class.getClassLoader().loadClass(name);
        }
    }
}
