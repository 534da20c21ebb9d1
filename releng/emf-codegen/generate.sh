#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Generates bundles/org.patchwork.model/src-gen from model/patchwork.{ecore,genmodel}. Run it after changing the
# ecore model and commit what it writes.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
bundle="$root/bundles/org.patchwork.model"
rm -rf "$bundle/src-gen/org"
cd "$root"
./mvnw -q -f "$here/pom.xml" compile exec:java "-Dexec.args=$bundle/model/patchwork.genmodel $bundle"
# The generator leaves files of an Eclipse project behind that this build does not use.
rm -f "$bundle/.project" "$bundle/.classpath" "$bundle/plugin.properties"
# House rule: the licence line is the first line of each file.
find "$bundle/src-gen/org" -name '*.java' -exec sed -i '1,/\*\//{/^\/\*\*$/d;/^ \* SPDX/d;/^ \*\/$/d;}' {} + \
  -exec sed -i '1{/^$/d}' {} + -exec sed -i '1i // SPDX-License-Identifier: MIT' {} +
