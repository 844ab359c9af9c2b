package com.example;

import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.resource.ConnectionFactoryDefinition;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import org.smppra.SmppConnectionFactory;

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
    @Resource(lookup = "java:app/smpp/gateway")
    SmppConnectionFactory gateway;
}
