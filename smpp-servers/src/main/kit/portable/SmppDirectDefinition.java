package com.example;

import jakarta.ejb.Singleton;
import jakarta.resource.ConnectionFactoryDefinition;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;

/** Another factory of the same account, whose messages leave at once, whatever becomes of a transaction. */
@ConnectionFactoryDefinition(
        name = "java:app/smpp/direct",
        interfaceName = "org.smppra.SmppConnectionFactory",
        resourceAdapter = "#smpp-ra",
        transactionSupport = TransactionSupportLevel.NoTransaction,
        minPoolSize = 0,
        maxPoolSize = 50,
        properties = {
            "account=shop",
            "hosts=a.smpp.example:2775,b.smpp.example:2775",
            "systemId=shop",
            "password=secret",
            "submitMode=DIRECT",
            "ra.outboxDirectory=/var/lib/smpp-ra-direct" // WildFly alone reads it: there each definition is an adapter
        })
@Singleton
public class SmppDirectDefinition {}
