using System.Globalization;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Scoring.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary.Values;

/// <summary>Reads which values two administrators compared with the text of their standard. One query in a unit of work.</summary>
public sealed class ConfirmedValuesReader(PortalDbContext db)
{
    private ConfirmedValues? read;

    /// <summary>What stands now: confirmed by a second person and not withdrawn.</summary>
    public async Task<ConfirmedValues> ReadAsync(CancellationToken cancellation) => read ??= new ConfirmedValues(
        (await (
            from row in db.ConfirmedRows
            join confirmation in db.ValueConfirmations on row.ValueConfirmationId equals confirmation.Id
            where confirmation.ConfirmedAt != null && confirmation.WithdrawnAt == null
            orderby confirmation.ConfirmedAt
            select new { row.Fingerprint, confirmation.Clause, confirmation.Page, confirmation.ScanHash, confirmation.ConfirmedAt }).ToListAsync(cancellation))
        .Select(row => new ConfirmedValue(
            row.Fingerprint, row.Clause, row.Page, row.ScanHash, ChinaTime.Of(row.ConfirmedAt!.Value).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))));
}
