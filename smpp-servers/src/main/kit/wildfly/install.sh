#!/bin/sh
# install.sh WILDFLY FILE: sets up the server at WILDFLY, which is not running, for the adapter, as FILE says:
# standalone.cli or nested.cli. Run again, it replaces what it made. SMPP_PASSWORD is the account's password and
# TRUST_PASSWORD that of the trust store, if there is one; the server's configuration has them encrypted.
set -eu
umask 077
# They come to stand between quotes.
quotable() {
  printf %s "$1" | sed 's/[\\"]/\\&/g'
}
SMPP_PASSWORD=$(quotable "${SMPP_PASSWORD:?}")
TRUST_PASSWORD=$(quotable "${TRUST_PASSWORD:-changeit}")
export SMPP_PASSWORD TRUST_PASSWORD
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$1/bin/jboss-cli.sh" --resolve-parameter-values --file="$here/server.cli" > "$work/answers" || {
  cat "$work/answers" >&2
  exit 1
}
sed -n 's/.*"\([^"]*ENC::[^"]*\)".*/\1/p' "$work/answers" > "$work/expressions"
password=$(sed -n 1p "$work/expressions")
trust=$(sed -n 2p "$work/expressions")

sed -e "s|smpp-password-encrypted|${password:?}|" -e "s|trust-password-encrypted|${trust:?}|" \
  "$here/$2" > "$work/adapter.cli"
"$1/bin/jboss-cli.sh" --file="$work/adapter.cli"
