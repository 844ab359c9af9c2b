#!/bin/sh
# install.sh WLP SERVER: gives the server in the directory SERVER the features and the directories that the adapter needs. If
# there is none, it is made, by the Liberty in WLP. Run again, it replaces what it made.
set -eu
kit=$(cd "$(dirname "$0")" && pwd)
if [ ! -f "$2/server.xml" ]; then
  WLP_USER_DIR=$(dirname "$(dirname "$2")") "$1/bin/server" create "$(basename "$2")"
  # Its own wants a feature of Java EE 7, and with it none of Jakarta EE 10 starts.
  cp "$kit/server.xml" "$2/server.xml"
fi
mkdir -p "$2/apps" "$2/configDropins/defaults" "$2/configDropins/overrides"
cp "$kit/features.xml" "$2/configDropins/defaults/smpp-ra-features.xml"
