package org.smppra.servers;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application to deploy: {@code <name>.ear} with {@code <name>.war} in it, whose context root is {@code /<name>}. The
 * web archive has the message-driven bean {@code Receipts}. What both need of a server's own descriptors, the server adds.
 */
public record Application(String name, EnterpriseArchive ear, WebArchive war, Packaging packaging, Kit kit) {
    /** A file of the kit, with the test's values, into the web archive's {@code WEB-INF}. */
    public void addToWar(String kitFile, String target) {
        war.addAsWebInfResource(new StringAsset(kit.text(kitFile)), target);
    }

    /** A file of the kit, with the test's values, into the EAR's {@code META-INF}. */
    public void addToEar(String kitFile, String target) {
        ear.addAsManifestResource(new StringAsset(kit.text(kitFile)), target);
    }
}
