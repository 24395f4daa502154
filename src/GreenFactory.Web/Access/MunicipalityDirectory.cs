using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Web.Access;

/// <summary>A municipality as every request needs it.</summary>
public sealed record MunicipalityEntry(MunicipalityId Id, string Code, string Name, string AuthorityName, string? Host, bool IsDefault);

/// <summary>The municipalities of this deployment, read once: they change only by a command of the operator, followed by a restart.</summary>
public sealed class MunicipalityDirectory(IServiceScopeFactory scopes) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private IReadOnlyList<MunicipalityEntry>? entries;

    /// <summary>The municipality of a host name, or the default one.</summary>
    public async Task<MunicipalityEntry?> FindByHostAsync(string host, CancellationToken cancellation)
    {
        var all = await AllAsync(cancellation);
        return all.FirstOrDefault(entry => string.Equals(entry.Host, host, StringComparison.OrdinalIgnoreCase)) ?? all.FirstOrDefault(entry => entry.IsDefault);
    }

    /// <summary>The municipality of a code, or null.</summary>
    public async Task<MunicipalityEntry?> FindByCodeAsync(string code, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).FirstOrDefault(entry => entry.Code == code);

    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<MunicipalityEntry>> AllAsync(CancellationToken cancellation)
    {
        if (entries is not null)
        {
            return entries;
        }

        await gate.WaitAsync(cancellation);
        try
        {
            if (entries is null)
            {
                using var scope = scopes.CreateScope();
                scope.ServiceProvider.GetRequiredService<CurrentAccess>().UsePlatform();
                var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
                var read = await db.Municipalities.OrderBy(row => row.Code)
                    .Select(row => new MunicipalityEntry(row.Id, row.Code, row.Name, row.AuthorityName, row.Host, row.IsDefault))
                    .ToListAsync(cancellation);
                entries = read.Count > 0 ? read : null;
                return read;
            }

            return entries;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();
}
