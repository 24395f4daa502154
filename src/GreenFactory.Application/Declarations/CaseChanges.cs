using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Evidence;
using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Declarations;

/// <summary>An answer that differs.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Label">The question.</param>
/// <param name="Before">As submitted before, in words.</param>
/// <param name="After">As it is now, in words.</param>
public sealed record ChangedAnswer(string Field, string Label, string Before, string After);

/// <summary>A file that came or went.</summary>
/// <param name="Subject">Code of the gate or indicator.</param>
/// <param name="Label">What it proves.</param>
/// <param name="Name">File name.</param>
/// <param name="Added">True when it came, false when it went.</param>
public sealed record ChangedFile(string Subject, string Label, string Name, bool Added);

/// <summary>Points or a worked-out value that moved because of changed answers.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Label">What moved.</param>
/// <param name="Unit">Its unit; 分 for points.</param>
/// <param name="Before">Before; null where there was none.</param>
/// <param name="After">Now; null where there is none.</param>
public sealed record MovedValue(string Indicator, string Label, string Unit, decimal? Before, decimal? After);

/// <summary>Everything in which two states of a case differ, and everything that moved because of it.</summary>
/// <param name="Answers">Answers, in the order of their names.</param>
/// <param name="Files">Files.</param>
/// <param name="Moved">Points and values of indicators.</param>
/// <param name="TotalBefore">Total before.</param>
/// <param name="TotalAfter">Total now.</param>
public sealed record CaseChanges(IReadOnlyList<ChangedAnswer> Answers, IReadOnlyList<ChangedFile> Files, IReadOnlyList<MovedValue> Moved, decimal TotalBefore, decimal TotalAfter)
{
    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Answers.Count == 0 && Files.Count == 0 && Moved.Count == 0;

    /// <summary>Compares two snapshots with their sheets.</summary>
    public static CaseChanges Between(RuleSet set, OrganisationKind kind, (SubmissionSnapshot Snapshot, ScoreSheet Sheet) before, (SubmissionSnapshot Snapshot, ScoreSheet Sheet) after) => new(
        [.. Answered(set, kind, before.Snapshot, after.Snapshot)],
        [
            .. Missing(set, after.Snapshot, before.Snapshot, added: true),
            .. Missing(set, before.Snapshot, after.Snapshot, added: false),
        ],
        [.. before.Sheet.Indicators.Join(after.Sheet.Indicators, row => row.Code, row => row.Code, (was, now) => (was, now)).SelectMany(pair => Moves(pair.was, pair.now))],
        before.Sheet.Total,
        after.Sheet.Total);

    private static IEnumerable<ChangedAnswer> Answered(RuleSet set, OrganisationKind kind, SubmissionSnapshot before, SubmissionSnapshot after) =>
        from field in before.Answers.Keys.Union(after.Answers.Keys).Order(StringComparer.Ordinal)
        let was = before.Typed(field)
        let now = after.Typed(field)
        where !was.SequenceEqual(now)
        select new ChangedAnswer(field, FieldWords.Label(set, kind, field), FieldWords.Say(set, kind, field, was), FieldWords.Say(set, kind, field, now));

    private static IEnumerable<ChangedFile> Missing(RuleSet set, SubmissionSnapshot all, SubmissionSnapshot from, bool added) =>
        all.Evidence.ExceptBy(from.Evidence.Select(Key), Key)
            .Select(file => new ChangedFile(file.Subject, Subject(set, file.Subject), file.Name, added));

    private static (string Subject, string Sha256) Key(SnapshotEvidence file) => (file.Subject, file.Sha256);

    private static string Subject(RuleSet set, string code) =>
        EvidenceSubject.NameOf(set, code);

    private static IEnumerable<MovedValue> Moves(IndicatorScore was, IndicatorScore now)
    {
        var name = IndicatorTitles.Of(now);
        if (was.Rows.Count == 0 && now.Rows.Count == 0 && was.Value != now.Value)
        {
            yield return new MovedValue(now.Code, name, now.Unit, was.Value, now.Value);
        }

        for (var row = 0; row < Math.Max(was.Rows.Count, now.Rows.Count); row++)
        {
            var (first, second) = (was.Rows.ElementAtOrDefault(row), now.Rows.ElementAtOrDefault(row));
            if (first?.Value != second?.Value)
            {
                yield return new MovedValue(now.Code, $"{name}，{(second ?? first)!.Name}", (second ?? first)!.Unit, first?.Value, second?.Value);
            }
        }

        if (was.Score != now.Score || was.State != now.State)
        {
            yield return new MovedValue(now.Code, name, "分", Points(was), Points(now));
        }
    }

    private static decimal? Points(IndicatorScore row) => row.State is ScoreState.Scored ? row.Score : null;
}
