#!/bin/sh
# trust.sh GLASSFISH: puts the authority in /etc/smpp-ra/smsc.pem into the domain's own trust store, which is a JKS in
# GlassFish 7 and a PKCS12 in GlassFish 8.
set -eu
store=$1/glassfish/domains/domain1/config/cacerts.p12
if [ ! -f "$store" ]; then
  store=${store%.p12}.jks
fi
keytool -importcert -noprompt -alias smsc -file /etc/smpp-ra/smsc.pem -keystore "$store" -storepass changeit
