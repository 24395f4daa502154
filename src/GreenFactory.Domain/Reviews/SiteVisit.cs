using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>The district's on-site verification of a case (现场核实): planned with at least two people, recorded on the spot, then locked.</summary>
public sealed class SiteVisit : ICaseOwned
{
    /// <summary>Fewest officers of a visit.</summary>
    public const int FewestOfficers = 2;

    /// <summary>The second half of a day.</summary>
    public const string Afternoon = "下午";

    /// <summary>The other half day.</summary>
    public const string Morning = "上午";

    private const int Noon = 12;
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

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

    /// <summary>Counts the changes of plan and record; a form sends back the one it was shown.</summary>
    public int Revision { get; private set; }

    /// <summary>Who changed plan or record last; null until anybody did after the first plan.</summary>
    public string? SavedByName { get; private set; }

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

        IReadOnlyList<string> people = [.. officers.Select(ComparableText.Visible).Where(name => name.Length > 0).DistinctBy(ComparableText.Name)];
        if (people.Count < FewestOfficers)
        {
            return ReviewErrors.TooFewOfficers;
        }

        PlannedOn = on;
        PartOfDay = partOfDay;
        Officers = people;
        Revision++;
        return Result.Success;
    }

    /// <summary>Keeps who was present and the conclusion so far.</summary>
    public Result Note(string present, string conclusion, string byName)
    {
        if (CompletedAt is not null)
        {
            return ReviewErrors.VisitLocked;
        }

        Present = WrittenText.Said(present);
        Conclusion = WrittenText.Said(conclusion);
        Revision++;
        SavedByName = byName;
        return Result.Success;
    }

    /// <summary>When the planned half day begins: nothing was seen on the spot before.</summary>
    public DateTimeOffset BeginsAt => new DateTimeOffset(PlannedOn, new TimeOnly(PartOfDay is Afternoon ? Noon : 0, 0), Beijing).ToUniversalTime();

    /// <summary>Completes the record: held already, every line checked, a remark on every mismatch, who was present, a conclusion.</summary>
    public Result Complete(IReadOnlyCollection<SiteVisitItem> items, string byName, DateTimeOffset now)
    {
        var missing = new List<Error>();
        if (CompletedAt is not null)
        {
            return ReviewErrors.VisitLocked;
        }

        if (now < BeginsAt)
        {
            missing.Add(ReviewErrors.VisitNotYetHeld(this));
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
