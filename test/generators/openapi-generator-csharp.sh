#!/bin/sh
# Generates the client of OpenAPI Generator for C#, and compiles it where there is a .NET SDK.
set -eu
./openapi-generator.sh csharp
command -v dotnet >/dev/null || { echo 'Generated, and not compiled: dotnet is not on the PATH.'; exit 0; }
cd "$OUT"
dotnet build --nologo src/Org.OpenAPITools
