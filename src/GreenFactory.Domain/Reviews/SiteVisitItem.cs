using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>What was found for one line of the checklist.</summary>
public enum VisitResult
{
    /// <summary>未核.</summary>
    Open,

    /// <summary>相符.</summary>
    Match,

    /// <summary>不符.</summary>
    Mismatch,

    /// <summary>不适用.</summary>
    NotApplicable,
}

/// <summary>One line of the checklist of an on-site verification.</summary>
public sealed class SiteVisitItem : ICaseOwned
{
    private SiteVisitItem()
    {
    }

    /// <summary>Key.</summary>
    public SiteVisitItemId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>The visit.</summary>
    public SiteVisitId SiteVisitId { get; private set; }

    /// <summary>Place in the list, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Code of the indicator, or of the basic fact.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What to check.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What is declared, and what to look at.</summary>
    public string Declared { get; private set; } = "";

    /// <summary>What was found.</summary>
    public VisitResult Result { get; private set; }

    /// <summary>In words; required on a mismatch.</summary>
    public string Remark { get; private set; } = "";

    /// <summary>Puts a line on the list.</summary>
    public static SiteVisitItem Create(SiteVisitItemId id, SiteVisit visit, int position, string code, string title, string declared) =>
        new()
        {
            Id = id,
            MunicipalityId = visit.MunicipalityId,
            DeclarationId = visit.DeclarationId,
            SiteVisitId = visit.Id,
            Position = position,
            Code = code,
            Title = title,
            Declared = declared,
        };

    /// <summary>Records what was found. The caller has checked that the visit is not locked.</summary>
    public void Find(VisitResult result, string remark)
    {
        Result = result;
        Remark = WrittenText.Said(remark);
    }
}
