package com.example;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.resource.ConnectionFactoryDefinition;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The connection factory of an application that brings the adapter in its EAR. */
@ConnectionFactoryDefinition(
        name = "java:app/smpp/gateway",
        interfaceName = "org.smppra.SmppConnectionFactory",
        resourceAdapter = "#smpp-ra",
        transactionSupport = TransactionSupportLevel.XATransaction,
        minPoolSize = 0,
        maxPoolSize = 50,
        properties = {
            "account=shop",
            "hosts=a.smpp.example:2775,b.smpp.example:2775",
            "systemId=shop",
            "password=secret",
            "submitMode=OUTBOX"
        })
@Startup
@Singleton
public class SmppDefinition {
    /** Some servers make a factory only when somebody asks for it; what it receives should not wait for that. */
    @PostConstruct
    void begin() {
        try {
            InitialContext.doLookup("java:app/smpp/gateway");
        } catch (NamingException e) {
            throw new EJBException(e);
        }
    }
}
