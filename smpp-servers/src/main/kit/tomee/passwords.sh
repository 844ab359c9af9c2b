#!/bin/sh
# passwords.sh TOMEE BASE: stores the passwords in conf/system.properties of the server in BASE, enciphered by the TomEE in TOMEE.
# SMPP_PASSWORD is the password of the account, TRUST_PASSWORD that of the trust store, if there is one.
set -eu
umask 077
tomee=$1
properties=$2/conf/system.properties
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

enciphered() {
  CATALINA_HOME=$tomee CATALINA_BASE=$tomee sh "$tomee/bin/tomee.sh" cipher -c Static3DES "$1"
}
password=$(enciphered "${SMPP_PASSWORD:?}")
trust=$(enciphered "${TRUST_PASSWORD:-changeit}")

awk '!/^smpp[.](trust[.])?password /' "$properties" > "$work/properties"
cat >> "$work/properties" <<END
smpp.password = cipher:Static3DES:${password:?}
smpp.trust.password = cipher:Static3DES:${trust:?}
END
cat "$work/properties" > "$properties"
chmod go= "$properties"
