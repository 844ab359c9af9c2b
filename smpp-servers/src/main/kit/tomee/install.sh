#!/bin/sh
# Puts the adapter, and what TomEE lacks, into the TomEE at $CATALINA_BASE.
set -e
jars=$(mktemp -d)
(cd "$jars" && "$JAVA_HOME/bin/jar" xf /opt/smpp-ra/smpp-ra.rar)
mv "$jars"/smpp-*.jar "$CATALINA_BASE/lib"
rm -r "$jars"
"$JAVA_HOME/bin/javac" -cp "$CATALINA_HOME/lib/*" -d "$CATALINA_BASE/lib" /opt/smpp-ra/tomee/*.java
