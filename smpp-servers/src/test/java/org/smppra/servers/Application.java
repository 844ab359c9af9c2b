package org.smppra.servers;

import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.ResourceAdapterArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application to deploy: {@code check.ear} with {@code check.war} in it, whose context root is {@code /check}; unless
 * its packaging is STANDALONE, {@code smpp-ra.rar} is in it too. The web archive has the message-driven bean
 * {@code Receipts}. What all need of a server's own descriptors, the server adds; they are put together afterwards.
 *
 * @param rar unused if the packaging is STANDALONE
 */
public record Application(
        EnterpriseArchive ear, WebArchive war, ResourceAdapterArchive rar, Packaging packaging, Kit kit) {
    /** A file of the kit, with the test's values, into the web archive's {@code WEB-INF}. */
    public void addToWar(String kitFile, String target) {
        war.addAsWebInfResource(new StringAsset(kit.text(kitFile)), target);
    }

    /** A file of the kit, with the test's values, into the EAR's {@code META-INF}. */
    public void addToEar(String kitFile, String target) {
        ear.addAsManifestResource(new StringAsset(kit.text(kitFile)), target);
    }

    /** A file of the kit, with the test's values, into the adapter's {@code META-INF}. */
    public void addToRar(String kitFile, String target) {
        rar.addAsManifestResource(new StringAsset(kit.text(kitFile)), target);
    }
}
