using System.Collections.Concurrent;
using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Signing;

/// <summary>Codes of municipalities, by which pinned keys name them. A code never changes, so each is asked for once.</summary>
public sealed class MunicipalityCodes
{
    private readonly ConcurrentDictionary<MunicipalityId, string> known = [];

    internal bool TryGet(MunicipalityId id, out string code) => known.TryGetValue(id, out code!);

    internal string Keep(MunicipalityId id, string code) => known[id] = code;
}

/// <summary>Reads the code of the municipality at work; no query after the first.</summary>
public sealed class MunicipalityCodeReader(PortalDbContext db, CurrentAccess access, MunicipalityCodes codes)
{
    /// <summary>The code.</summary>
    public async Task<string> ReadAsync(CancellationToken cancellation)
    {
        var id = access.Scope.Municipality;
        return codes.TryGet(id, out var code) ? code : codes.Keep(id, await db.Municipalities.Where(row => row.Id == id).Select(row => row.Code).SingleAsync(cancellation));
    }
}
