#!/bin/sh
# passwords.sh GLASSFISH: keeps SMPP_PASSWORD, that of the account, and TRUST_PASSWORD, that of the trust store if
# there is one, as password aliases in the own store of the domain, which runs; run again, it changes them.
set -eu
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1/bin/asadmin" list-password-aliases > "$work/aliases"

keep() {
  command=create-password-alias
  if grep -qx "$2" "$work/aliases"; then
    command=update-password-alias
  fi
  # It is read as a file of properties.
  printf 'AS_ADMIN_ALIASPASSWORD=%s\n' "$3" | sed 's/\\/\\\\/g' > "$work/password"
  "$1/bin/asadmin" "$command" --passwordfile "$work/password" "$2"
}

keep "$1" smpp-password "${SMPP_PASSWORD:?}"
keep "$1" smpp-trust-password "${TRUST_PASSWORD:-changeit}"
