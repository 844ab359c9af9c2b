#!/bin/sh
# passwords.sh WLP SERVER: stores the passwords encrypted in the server's configuration, with a key of its own beside them.
# WLP is Liberty's directory, SERVER the one with the server.xml; SMPP_PASSWORD is the password of the account,
# TRUST_PASSWORD that of the trust store, if there is one.
set -eu
umask 077
utility=$1/bin/securityUtility
mkdir -p "$2/configDropins/defaults"
key=$2/configDropins/defaults/smpp-ra-key.xml
[ -f "$key" ] || "$utility" generateAESKey --createConfigFile="$key"
encoded() {
  "$utility" encode --encoding=aes --aesConfigFile="$key" "$1"
}
password=$(encoded "${SMPP_PASSWORD:?}")
trust=$(encoded "${TRUST_PASSWORD:-changeit}")
cat > "$2/configDropins/defaults/smpp-ra-passwords.xml" <<END
<server>
  <variable name="smpp.password" value="${password:?}"/>
  <variable name="smpp.trust.password" value="${trust:?}"/>
</server>
END
