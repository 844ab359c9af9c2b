#!/bin/sh
# install.sh TOMEE BASE WHERE [FILE...]: sets up the server in BASE, which is not running, with the TomEE in TOMEE. WHERE is
# "server": the adapter is a part of the server; "ear": applications bring it; or "none". The files, if there are any, have
# resources of your own for conf/tomee.xml. A BASE that is not there is made. Run again, it replaces what it made.
set -eu
: "${JAVA_HOME:?}"
kit=$(cd "$(dirname "$0")/.." && pwd)
tomee=$1
base=$2
where=$3
shift 3
case $where in
  server | ear | none) ;;
  *)
    echo "server, ear, or none: not $where" >&2
    exit 2
    ;;
esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# replace FILE PATTERN: what is read takes the place of the lines that match.
replace() {
  { awk -v pattern="$2" '$0 !~ pattern' "$1" && cat; } > "$work/replaced"
  cat "$work/replaced" > "$1"
}

[ -d "$base/conf" ] || CATALINA_HOME=$tomee sh "$tomee/bin/makebase.sh" "$base"
mkdir -p "$base/apps" "$base/lib" "$work/adapter"

# None of another version stays.
rm -rf "$base"/lib/smpp-*.jar "$base/lib/org/smppra"
nested=/dev/null
if [ "$where" = server ]; then
  (cd "$work/adapter" && "$JAVA_HOME/bin/jar" xf "$kit/smpp-ra.rar")
  cp "$work"/adapter/smpp-*.jar "$base/lib"
  set -- "$kit/tomee/adapter.xml" "$@"
elif [ "$where" = ear ]; then
  nested=$kit/tomee/nested.properties
fi
replace "$base/conf/system.properties" '^Smpp(ResourceAdapter|ConnectionFactory)[.]' < "$nested"
replace "$base/conf/logging.properties" '^org[.]apache[.]geronimo[.]connector[.]work[.]level' < "$kit/tomee/logging.properties"

# What TomEE lacks.
"$JAVA_HOME/bin/javac" -cp "$tomee/lib/*" -d "$base/lib" "$kit"/tomee/*.java

{ sed '$d' "$kit/tomee/tomee.xml" && cat /dev/null "$@" && echo '</tomee>'; } > "$work/tomee.xml"
[ -f "$base/conf/tomee.xml.before" ] || cp "$base/conf/tomee.xml" "$base/conf/tomee.xml.before"
cat "$work/tomee.xml" > "$base/conf/tomee.xml"
