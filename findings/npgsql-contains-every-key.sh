#!/usr/bin/env bash
# NpgsqlConnectionStringBuilder.ContainsKey says yes to every keyword that Npgsql knows, whether the address sets it or not.
#
# Seen with Npgsql 10.0.3 (.NET 10). The base class says by ContainsKey whether the string holds a key; code that fills in a default "where the address does not say"
# never does. Keys, and ContainsKey of the base class DbConnectionStringBuilder over the same text, tell what was set.
#
# Output seen, for "Host=db":
#   Npgsql ContainsKey(Timeout): True
#   Npgsql Keys has Timeout: False
#   base ContainsKey(Timeout): False
set -euo pipefail
command -v dotnet >/dev/null || { echo "needs the .NET SDK 10" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >try.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="Npgsql" Version="[10.0.3]" /></ItemGroup>
</Project>
XML
cat >Program.cs <<'CS'
using System.Data.Common;
using Npgsql;
var builder = new NpgsqlConnectionStringBuilder("Host=db");
Console.WriteLine($"Npgsql ContainsKey(Timeout): {builder.ContainsKey("Timeout")}");
Console.WriteLine($"Npgsql Keys has Timeout: {builder.Keys.Contains("Timeout")}");
Console.WriteLine($"base ContainsKey(Timeout): {new DbConnectionStringBuilder { ConnectionString = "Host=db" }.ContainsKey("Timeout")}");
CS
seen=$(dotnet run -v quiet)
printf '%s\n' "$seen"
[[ $seen == $'Npgsql ContainsKey(Timeout): True\nNpgsql Keys has Timeout: False\nbase ContainsKey(Timeout): False' ]]
