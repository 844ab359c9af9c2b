keytool -importcert -noprompt -alias smsc -file /etc/smpp-ra/smsc.pem -keystore domain1/config/cacerts.* -storepass changeit
