using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>The district's on-site verification of a case (现场核实): planned with at least two people, recorded on the spot, then locked.</summary>
public sealed class SiteVisit : ICaseOwned
{
    /// <summary>Fewest officers of a visit.</summary>
    public const int FewestOfficers = 2;

    private SiteVisit()
    {
    }

    /// <summary>Key.</summary>
    public SiteVisitId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>The day planned, in Beijing time.</summary>
    public DateOnly PlannedOn { get; private set; }

    /// <summary>上午 or 下午.</summary>
    public string PartOfDay { get; private set; } = "";

    /// <summary>Names of the officers, at least two.</summary>
    public IReadOnlyList<string> Officers { get; private set; } = [];

    /// <summary>Who of the unit was present; empty until recorded.</summary>
    public string Present { get; private set; } = "";

    /// <summary>The conclusion; empty until recorded.</summary>
    public string Conclusion { get; private set; } = "";

    /// <summary>When the record was completed; it is locked from then on.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>Who completed it.</summary>
    public string? CompletedByName { get; private set; }

    /// <summary>Plans a visit.</summary>
    public static Result<SiteVisit> Plan(SiteVisitId id, Declaration declaration, DateOnly on, string partOfDay, IReadOnlyList<string> officers)
    {
        var visit = new SiteVisit { Id = id, MunicipalityId = declaration.MunicipalityId, DeclarationId = declaration.Id };
        var planned = visit.Replan(on, partOfDay, officers);
        return planned.Succeeded ? visit : Result<SiteVisit>.Failure(planned.Errors);
    }

    /// <summary>Plans another day or other people.</summary>
    public Result Replan(DateOnly on, string partOfDay, IReadOnlyList<string> officers)
    {
        if (CompletedAt is not null)
        {
            return ReviewErrors.VisitLocked;
        }

        if (officers.Distinct().Count() < FewestOfficers)
        {
            return ReviewErrors.TooFewOfficers;
        }

        PlannedOn = on;
        PartOfDay = partOfDay;
        Officers = [.. officers.Distinct()];
        return Result.Success;
    }

    /// <summary>Keeps who was present and the conclusion so far.</summary>
    public Result Note(string present, string conclusion)
    {
        if (CompletedAt is not null)
        {
            return ReviewErrors.VisitLocked;
        }

        Present = present.Trim();
        Conclusion = conclusion.Trim();
        return Result.Success;
    }

    /// <summary>Completes the record: every line checked, a remark on every mismatch, who was present, a conclusion.</summary>
    public Result Complete(IReadOnlyCollection<SiteVisitItem> items, string byName, DateTimeOffset now)
    {
        var missing = new List<Error>();
        if (CompletedAt is not null)
        {
            return ReviewErrors.VisitLocked;
        }

        missing.AddRange(items.Where(item => item.Result is VisitResult.Open).Select(item => ReviewErrors.ItemOpen(item)));
        missing.AddRange(items.Where(item => item is { Result: VisitResult.Mismatch, Remark.Length: 0 }).Select(item => ReviewErrors.RemarkMissing(item)));
        if (Present.Length == 0)
        {
            missing.Add(ReviewErrors.NobodyPresent);
        }

        if (Conclusion.Length == 0)
        {
            missing.Add(ReviewErrors.ConclusionMissing);
        }

        if (missing.Count > 0)
        {
            return Result.Failure(missing);
        }

        CompletedAt = now;
        CompletedByName = byName;
        return Result.Success;
    }
}
