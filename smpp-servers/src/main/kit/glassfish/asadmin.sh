#!/bin/sh
# asadmin.sh GLASSFISH FILE: runs the commands in FILE, in a domain that runs, and fails if one of them did, after which
# "asadmin multimode" goes on and ends well.
set -eu
if [ -n "$(tail -c 1 "$2")" ]; then
  echo "$2: the last line does not end, and asadmin would not run it" >&2
  exit 1
fi
status=0
output=$("$1/bin/asadmin" multimode --file "$2" 2>&1) || status=$?
printf '%s\n' "$output"
if printf '%s\n' "$output" | grep -q '^Command .* failed\.$'; then
  status=1
fi
exit "$status"
