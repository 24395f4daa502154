using GreenFactory.Application.Access;
using GreenFactory.Application.Administration;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Cli.Support;
using GreenFactory.Domain.Municipalities;
using GreenFactory.Domain.Shared;
using GreenFactory.Infrastructure.EmbeddedPostgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GreenFactory.Cli.Commands;

/// <summary>
/// Makes a person an administrator, as the owner of the database. Exit codes: 0 done, 1 refused, 3 the database could not be read.
/// </summary>
internal static class AdminCreateCommand
{
    private const int NotRead = 3;

    /// <summary>Two people restore a second factor, publish a rule set and give each other roles: one administrator alone can do none of it.</summary>
    private const int Fewest = 2;

    public static async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter error, TimeProvider time)
    {
        var data = arguments.Option("data");
        var connectionString = arguments.Option("database") ?? (data is null ? null : DataFolderDatabase.OwnerConnectionString(data))
            ?? throw new UsageException("Name the database by --database (its owner's connection string) or the data folder of a running portal by --data.");
        var command = new AppointAdministrator(arguments.Required("name"), arguments.Required("email"));
        var code = arguments.Option("municipality");
        arguments.Finish();
        try
        {
            return await AppointAsync(connectionString, code, command, output, error, time);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            error.WriteLine($"gf: the database could not be read: {e.Message} The portal migrates it at its first start.");
            return NotRead;
        }
    }

    private static async Task<int> AppointAsync(string connectionString, string? code, AppointAdministrator command, TextWriter output, TextWriter error, TimeProvider time)
    {
        var access = new CurrentAccess();
        await using var db = PortalMigrator.OpenAsOwner(connectionString, access);
        var municipality = await FindAsync(db, code);
        access.Use(AccessScope.System(municipality.Id));
        var outcome = await new AppointAdministratorHandler(db, access, new ProcessRunner(db, access, time)).HandleAsync(command, CancellationToken.None);
        if (!outcome.Succeeded)
        {
            error.WriteLine($"gf: {InEnglish(outcome.Error, command)}");
            return 1;
        }

        output.WriteLine($"{command.PersonName} ({command.Email}) is an administrator of {municipality.Name} ({municipality.Code}).");
        output.WriteLine(outcome.Value.IsNewAccount
            ? "The account has no password yet: its person asks for one at /account/forgot, opens the letter, and sets up the second factor at the first sign-in."
            : "The account was there already and keeps its password.");
        if (outcome.Value.Administrators < Fewest)
            output.WriteLine("Appoint a second administrator: whatever needs two of them (roles, rule sets, a lost second factor) cannot be done by one alone.");
        return 0;
    }

    private static string InEnglish(Error refusal, AppointAdministrator command) => refusal.Code switch
    {
        "account.email" => $"'{command.Email}' is no e-mail address that a letter can reach",
        "account.name" => "--name holds nothing that can be read",
        "account.other_name" => $"{command.Email} is the account of a person with another name; check the address, or give the name as it is written there",
        "role.held" => $"{command.Email} is an administrator already",
        _ => refusal.Message,
    };

    private static async Task<Municipality> FindAsync(PortalDbContext db, string? code)
    {
        var all = await db.Municipalities.AsNoTracking().OrderBy(row => row.Code).ToListAsync();
        return all.Find(row => code is null ? row.IsDefault : row.Code == code)
            ?? throw new RefusedException([$"gf: there is no municipality '{code ?? "(default)"}'; there are: {string.Join(", ", all.Select(row => row.Code))}"]);
    }
}
