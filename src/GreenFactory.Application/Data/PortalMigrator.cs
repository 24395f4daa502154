using System.Reflection;
using GreenFactory.Application.Access;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace GreenFactory.Application.Data;

/// <summary>
/// Brings a database to the present schema, as its owner: migrations, then row security, triggers and the steps of a
/// case. Safe to repeat, and safe when two nodes start at once.
/// </summary>
public static class PortalMigrator
{
    private const long LockKey = 0x6766_6d69_6772_6174;

    /// <summary>Migrates.</summary>
    /// <param name="ownerConnectionString">Connection string of the owner role.</param>
    /// <param name="movableClock">Whether the app may move the clock: development and demonstration only.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task MigrateAsync(string ownerConnectionString, bool movableClock, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        await using var guard = await source.OpenConnectionAsync(cancellation);
        await ExecuteAsync(guard, $"select pg_advisory_lock({LockKey})", cancellation);
        await using (var db = OpenAsOwner(ownerConnectionString))
        {
            await db.Database.MigrateAsync(cancellation);
        }

        await using var transaction = await guard.BeginTransactionAsync(cancellation);
        foreach (var script in RowSecurityScripts())
        {
            await ExecuteAsync(guard, script, cancellation);
        }

        await FillCaseStepsAsync(guard, cancellation);
        await FillDeskRolesAsync(guard, cancellation);
        await ExecuteAsync(
            guard,
            movableClock ? "grant insert, update on public.clock_setting to greenfactory_app" : "revoke insert, update on public.clock_setting from greenfactory_app",
            cancellation);
        await transaction.CommitAsync(cancellation);
        await ExecuteAsync(guard, $"select pg_advisory_unlock({LockKey})", cancellation);
    }

    /// <summary>A context that writes as the owner, for seeding; the caller sets the scope it pretends to have.</summary>
    public static PortalDbContext OpenAsOwner(string ownerConnectionString, CurrentAccess? access = null)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        PortalDataServices.Configure(options, ownerConnectionString);
        return new PortalDbContext(options.Options, access ?? new CurrentAccess());
    }

    private static IEnumerable<string> RowSecurityScripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }

    private static async Task FillCaseStepsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var steps = (from step in CaseTransitions.All
                     from purpose in Enum.GetValues<DeclarationPurpose>().Where(purpose => step.Purpose is null || step.Purpose == purpose)
                     from role in step.Roles
                     select (Step: step, Purpose: purpose.ToString(), Role: role.ToString())).ToList();
        await using var command = new NpgsqlCommand(
            """
            delete from gf.case_step;
            insert into gf.case_step select * from unnest(@from, @to, @purpose, @role, @timed, @four_eyes);
            """,
            connection);
        command.Parameters.AddWithValue("from", steps.Select(step => step.Step.From.ToString()).ToArray());
        command.Parameters.AddWithValue("to", steps.Select(step => step.Step.To.ToString()).ToArray());
        command.Parameters.AddWithValue("purpose", steps.Select(step => step.Purpose).ToArray());
        command.Parameters.AddWithValue("role", steps.Select(step => step.Role).ToArray());
        command.Parameters.Add(Flags("timed", steps.Select(step => step.Step.Guards.Contains(CaseGuard.WindowOpen))));
        command.Parameters.Add(Flags("four_eyes", steps.Select(step => step.Step.Guards.Contains(CaseGuard.FourEyes))));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlParameter Flags(string name, IEnumerable<bool> values) => new(name, NpgsqlDbType.Array | NpgsqlDbType.Boolean) { Value = values.ToArray() };

    private static async Task FillDeskRolesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var roles = Enum.GetValues<Role>();
        await using var command = new NpgsqlCommand(
            """
            delete from gf.desk_role;
            insert into gf.desk_role select * from unnest(@role, @desk);
            """,
            connection);
        command.Parameters.AddWithValue("role", roles.Select(role => role.ToString()).ToArray());
        command.Parameters.AddWithValue("desk", roles.Select(role => DeskRoles.DeskOf(role).ToString()).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
