using GreenFactory.Application.Audit.Verification;
using GreenFactory.Application.Ports;
using GreenFactory.Testing.Cases;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Audit;

/// <summary>The owner of the database, who can switch off whatever refuses changes. What is changed is never committed.</summary>
internal static class TamperingOwner
{
    private static readonly string[] Guarded =
    [
        "process_event", "process", "frozen_score", "publication", "district_pack", "opinion_version", "department_opinion", "evidence_file", "submission", "indicator_verdict", "site_visit",
        "site_visit_item", "compliance_ruling", "selection_decision", "declaration", "objection", "change_request", "change_request_item", "district_conclusion",
    ];

    /// <summary>A connection on which something was changed, in a transaction that ends with it.</summary>
    public static async Task<NpgsqlConnection> OpenAsync(string owner, string sql, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand("begin;" + string.Concat(Guarded.Select(table => $"alter table {table} disable trigger user;")) + sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
        return connection;
    }

    /// <summary>What <c>gf audit verify</c> finds afterwards, without kept heads.</summary>
    public static async Task<IReadOnlyList<AuditFinding>> FindingsAsync(PortalDatabase database, string sql)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var connection = await OpenAsync(database.OwnerConnectionString, sql, cancellation);
        var audit = new DatabaseAudit(connection, database.Services.GetRequiredService<ITrustedKeys>(), database.Services.GetRequiredService<ISignatureVerifier>());
        return (await audit.VerifyAsync([], null, cancellation)).Findings;
    }
}
