#!/bin/sh
# trust.sh PAYARA: puts the authority in /etc/smpp-ra/smsc.pem into the domain's own trust store.
set -eu
keytool -importcert -noprompt -alias smsc -file /etc/smpp-ra/smsc.pem \
  -keystore "$1/glassfish/domains/domain1/config/cacerts.p12" -storetype PKCS12 -storepass changeit
