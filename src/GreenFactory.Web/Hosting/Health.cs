using System.Data.Common;
using GreenFactory.Application;
using GreenFactory.Application.Data;
using Npgsql;

namespace GreenFactory.Web.Hosting;

/// <summary>The two questions a load balancer asks, and which version answers.</summary>
public static class Health
{
    /// <summary>A load balancer asks again every few seconds: a probe that waits longer for a database says no.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Maps <c>/health/live</c>, <c>/health/ready</c> and <c>/health/version</c>; none tells anything about the content, and none asks who is asking.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous().ShortCircuit();
        app.MapGet("/health/version", () => Results.Text(ProductVersion.Text)).AllowAnonymous().ShortCircuit();
        app.MapGet("/health/ready", async (DatabaseRoles roles) =>
            await IsReadyAsync(roles) ? Results.Text("ready") : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous().ShortCircuit();
    }

    /// <summary>Whether the role of requests reaches its tables in time. A session that the server ended while it lay in the pool says nothing: it is asked once more.</summary>
    private static async Task<bool> IsReadyAsync(DatabaseRoles roles)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await AnswersAsync(roles, patience.Token).WaitAsync(patience.Token) || await AnswersAsync(roles, patience.Token).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<bool> AnswersAsync(DatabaseRoles roles, CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(roles.App);
            await connection.OpenAsync(cancellation);
            await using var look = new NpgsqlCommand("select from municipality limit 1", connection);
            await look.ExecuteNonQueryAsync(cancellation);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
