#!/bin/sh
# deploy.sh SERVER ARCHIVE FILE: puts the archive into the server's apps, and the file into its configuration, by the archive's
# name. A running server takes both up, and never sees a half of them.
set -eu
archive=$(basename "$2")
configuration=${archive%.*}.xml
cp "$2" "$1/apps/$archive.new"
mv -f "$1/apps/$archive.new" "$1/apps/$archive"
cp "$3" "$1/configDropins/$configuration.new"
mv -f "$1/configDropins/$configuration.new" "$1/configDropins/overrides/$configuration"
