using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>Reads the Chinese names of rule sets, which lists name by identifier and version, such as <c>industry-24-cement 1.0.0</c>. One query, none for none.</summary>
public sealed class RuleSetNameReader(PortalDbContext db)
{
    /// <summary>Title and version of each; a set that the library does not hold is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyCollection<string> ruleSets, CancellationToken cancellation)
    {
        var wanted = ruleSets.Where(name => name.Length > 0).Distinct().ToList();
        return wanted.Count == 0
            ? new Dictionary<string, string>()
            : (await db.RuleSetVersions.Where(row => wanted.Contains(row.RuleSetId + " " + row.Version)).Select(row => new { row.RuleSetId, row.Version, row.Title }).ToListAsync(cancellation))
                .DistinctBy(row => (row.RuleSetId, row.Version)).ToDictionary(row => $"{row.RuleSetId} {row.Version}", row => $"{row.Title} {row.Version}");
    }
}
