using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.RuleLibrary;

/// <summary>Whether a submission crosses the line of a dry run.</summary>
public enum DryRunCrossing
{
    /// <summary>Stays where it is, or there is no line.</summary>
    None,

    /// <summary>进线.</summary>
    Enters,

    /// <summary>出线.</summary>
    Leaves,
}

/// <summary>One submission of a dry run.</summary>
public sealed class DryRunRow : ICaseOwned
{
    private DryRunRow()
    {
    }

    /// <summary>The dry run.</summary>
    public DryRunId DryRunId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>Total by the version that scored it.</summary>
    public decimal Before { get; private set; }

    /// <summary>Total by the version that is tried.</summary>
    public decimal After { get; private set; }

    /// <summary>What changed the total, as JSON; it sums to the change exactly.</summary>
    public string Effects { get; private set; } = "[]";

    /// <summary>How many answers the version that is tried cannot use.</summary>
    public int RefusedAnswers { get; private set; }

    /// <summary>Rank by the old total; 0 until all are scored.</summary>
    public int RankBefore { get; private set; }

    /// <summary>Rank by the new total; 0 until all are scored.</summary>
    public int RankAfter { get; private set; }

    /// <summary>Whether it crosses the line.</summary>
    public DryRunCrossing Crossing { get; private set; }

    /// <summary>Records a submission.</summary>
    public static DryRunRow Create(DryRun run, DeclarationId declaration, decimal before, decimal after, string effects, int refusedAnswers) => new()
    {
        DryRunId = run.Id,
        DeclarationId = declaration,
        MunicipalityId = run.MunicipalityId,
        Before = before,
        After = after,
        Effects = effects,
        RefusedAnswers = refusedAnswers,
    };

    /// <summary>Records its place among all.</summary>
    public void Place(int before, int after, DryRunCrossing crossing)
    {
        RankBefore = before;
        RankAfter = after;
        Crossing = crossing;
    }
}
