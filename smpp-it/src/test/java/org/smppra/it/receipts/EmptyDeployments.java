package org.smppra.it.receipts;

import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.ResourceAdapterArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.smppra.it.receipts.empty.EmptyAdapter;
import org.smppra.it.receipts.empty.EmptyBean;
import org.smppra.it.receipts.empty.EmptyListener;
import org.smppra.it.receipts.empty.EmptySpec;

/** An adapter that does nothing and a message-driven bean of it. */
final class EmptyDeployments {
    private EmptyDeployments() {}

    /** Active as soon as it is deployed. */
    static ResourceAdapterArchive adapter() {
        return ShrinkWrap.create(ResourceAdapterArchive.class, "empty.rar")
                .addAsLibrary(ShrinkWrap.create(JavaArchive.class, "empty.jar")
                        .addClasses(EmptyAdapter.class, EmptySpec.class, EmptyListener.class))
                .addAsManifestResource(new StringAsset(DESCRIPTOR), "ra.xml")
                .addAsManifestResource(
                        new StringAsset("<ironjacamar xmlns=\"http://www.ironjacamar.org/doc/schema\"/>"),
                        "ironjacamar.xml");
    }

    static WebArchive application() {
        return ShrinkWrap.create(WebArchive.class, "nothing.war")
                .addClass(EmptyBean.class)
                .addAsWebInfResource(
                        InboundApplication.descriptor(EmptyBean.class, "empty.rar", Map.of("account", "none")),
                        "jboss-ejb3.xml")
                .setManifest(new StringAsset("Dependencies: deployment.empty.rar\n"));
    }

    private static final String DESCRIPTOR =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <connector xmlns="https://jakarta.ee/xml/ns/jakartaee" version="2.1" metadata-complete="true">
              <vendor-name>nobody</vendor-name>
              <eis-type>nothing</eis-type>
              <resourceadapter-version>1</resourceadapter-version>
              <resourceadapter>
                <resourceadapter-class>org.smppra.it.receipts.empty.EmptyAdapter</resourceadapter-class>
                <inbound-resourceadapter>
                  <messageadapter>
                    <messagelistener>
                      <messagelistener-type>org.smppra.it.receipts.empty.EmptyListener</messagelistener-type>
                      <activationspec>
                        <activationspec-class>org.smppra.it.receipts.empty.EmptySpec</activationspec-class>
                        <config-property>
                          <config-property-name>account</config-property-name>
                          <config-property-type>java.lang.String</config-property-type>
                        </config-property>
                      </activationspec>
                    </messagelistener>
                  </messageadapter>
                </inbound-resourceadapter>
              </resourceadapter>
            </connector>
            """;
}
