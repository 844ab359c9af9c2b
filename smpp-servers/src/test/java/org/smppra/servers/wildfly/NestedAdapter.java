package org.smppra.servers.wildfly;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.ResourceAdapterArchive;

/** The RAR of an EAR, with the descriptor that configures it. */
final class NestedAdapter {
    private NestedAdapter() {}

    static ResourceAdapterArchive with(Path rar, String descriptor) {
        return ShrinkWrap.create(ZipImporter.class, "smpp-ra.rar")
                .importFrom(rar.toFile())
                .as(ResourceAdapterArchive.class)
                .addAsManifestResource(new StringAsset(descriptor), "ironjacamar.xml");
    }
}
