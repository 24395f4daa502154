using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Data;

/// <summary>What somebody saw of a row when they began to change it: who writes over something newer is told.</summary>
internal static class SeenRow
{
    /// <summary>Whether the row is still the one that was seen. From here on it counts as written, so that of two at the same moment one is refused.</summary>
    /// <param name="db">The database.</param>
    /// <param name="row">The row as it stands.</param>
    /// <param name="seen">Its version (<see cref="TenantModel.RowVersion"/>) when it was seen; null where nothing was.</param>
    public static bool IsAsSeen<T>(this PortalDbContext db, T row, uint? seen)
        where T : class, ITenantOwned
    {
        var entry = db.Entry(row);
        entry.State = Microsoft.EntityFrameworkCore.EntityState.Modified;
        return entry.Property<uint>(TenantModel.RowVersion).OriginalValue == seen;
    }
}
