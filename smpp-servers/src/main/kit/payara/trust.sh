keytool -importcert -noprompt -alias smsc -file /etc/smpp-ra/smsc.pem -keystore domain1/config/cacerts.p12 -storetype PKCS12 -storepass changeit
