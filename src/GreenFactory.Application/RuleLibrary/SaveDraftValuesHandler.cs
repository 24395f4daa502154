using System.Globalization;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.RuleSets;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>A value typed into the editor.</summary>
/// <param name="Place">
/// Where: <c>group:CODE</c>, <c>indicator:CODE</c>, <c>bound:CODE:PATH</c> (see <see cref="LeafBound"/>), <c>row:TABLE:INDEX:COLUMN</c>,
/// <c>confirmation:TABLE:INDEX</c> (the name of a <see cref="Confirmation"/>), or <c>note:TABLE:INDEX</c>.
/// </param>
/// <param name="Typed">As typed; empty only where a parameter has no such level, and for no note.</param>
public sealed record DraftValue(string Place, string? Typed);

/// <summary>Changes weights and parameter values of a draft, and whether parameters were checked against their source.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Values">The values typed.</param>
/// <param name="ContentHash">Hash of the content that the editor showed: another one means that somebody saved meanwhile.</param>
public sealed record SaveDraftValues(RuleSetVersionId Id, IReadOnlyList<DraftValue> Values, string? ContentHash);

/// <summary>Writes values into the document of a draft; everything else in it stays as it is.</summary>
public sealed class SaveDraftValuesHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    private const int MaxNote = 500;

    /// <summary>Stores the values and returns how many changed.</summary>
    public Task<Result<int>> HandleAsync(SaveDraftValues command, CancellationToken cancellation) => runner.RunAsync<int>(
        ProcessKind.SaveDraftValues,
        null,
        async process =>
        {
            if (await db.RuleSetVersions.FirstOrDefaultAsync(row => row.Id == command.Id, cancellation) is not { } draft)
            {
                return ProcessErrors.NotFound;
            }

            if (command.ContentHash is { } shown && shown != draft.ContentHash)
            {
                return ProcessErrors.ChangedMeanwhile;
            }

            var set = RuleSetDocuments.SetOf(draft);
            var changed = 0;
            var errors = new List<Error>();
            foreach (var value in command.Values)
            {
                var outcome = Apply(set, value);
                if (!outcome.Succeeded)
                {
                    errors.AddRange(outcome.Errors);
                }
                else if (!ReferenceEquals(outcome.Value, set))
                {
                    set = outcome.Value;
                    changed++;
                }
            }

            if (errors.Count > 0)
            {
                return Result<int>.Failure(errors);
            }

            var rewritten = draft.Rewrite(RuleSetDocuments.ContentOf(set, draft.GoldenCases), access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
            if (!rewritten.Succeeded)
            {
                return Result<int>.Failure(rewritten.Errors);
            }

            process.Record(EventKind.RuleSetValuesSaved, $"修改“{draft.Title}”{draft.Version} 草稿的 {changed} 处", new { draft = draft.Id.Value, hash = draft.ContentHash });
            return changed;
        },
        cancellation);

    private static Result<RuleSet> Apply(RuleSet set, DraftValue value) => value.Place.Split(':') switch
    {
        ["confirmation", var table, var index] => WithRow(set, value, table, index, row => Enum.TryParse<Confirmation>(value.Typed, out var confirmation) && Enum.IsDefined(confirmation)
            ? row with { Confirmation = confirmation }
            : new Error("rule_set.confirmation", "请选择核对情况。", value.Place)),
        ["note", var table, var index] => WithRow(set, value, table, index, row => WrittenText.Said(WrittenText.Clean(value.Typed ?? "")) is var note && WrittenText.Count(note) <= MaxNote
            ? row with { Note = note }
            : new Error("rule_set.note", $"备注最多 {MaxNote} 字。", value.Place)),
        _ => ApplyNumber(set, value),
    };

    private static Result<RuleSet> ApplyNumber(RuleSet set, DraftValue value)
    {
        decimal? number = null;
        if (!WrittenText.SaysNothing(value.Typed))
        {
            if (!TypedText.TryReadNumber(value.Typed, out var read, out var complaint))
            {
                return new Error("rule_set.number", complaint, value.Place);
            }

            number = read;
        }

        return value.Place.Split(':') switch
        {
            ["group", var code] => Weight(value, number, weight => WithGroup(set, code, weight)),
            ["indicator", var code] => Weight(value, number, weight => WithIndicator(set, code, weight)),
            ["bound", var code, var path] => number is { } bound ? WithBound(set, code, path, bound) : new Error("rule_set.bound", "请填写数值。", value.Place),
            ["row", var table, var index, var column] when set.Parameters.Any(known => known.Code == table && known.Columns.Any(one => one.Code == column)) =>
                WithRow(set, value, table, index, row => row.Values.GetValueOrDefault(column) == number ? row : row with { Values = new Dictionary<string, decimal?>(row.Values) { [column] = number } }),
            _ => Expired(value),
        };
    }

    private static Result<RuleSet> Weight(DraftValue value, decimal? number, Func<decimal, RuleSet> change) =>
        number is { } weight ? change(weight) : new Error("rule_set.weight", "请填写权重。", value.Place);

    private static RuleSet WithGroup(RuleSet set, string code, decimal weight) => set.Groups.Any(group => group.Code == code && group.Weight != weight)
        ? set with { Groups = [.. set.Groups.Select(group => group.Code == code ? group with { Weight = weight } : group)] }
        : set;

    private static RuleSet WithIndicator(RuleSet set, string code, decimal weight) => set.Indicators.Any(indicator => indicator.Code == code && indicator.Weight != weight)
        ? set with { Indicators = [.. set.Indicators.Select(indicator => indicator.Code == code ? indicator with { Weight = weight } : indicator)] }
        : set;

    private static RuleSet WithBound(RuleSet set, string code, string path, decimal bound)
    {
        if (set.Indicators.FirstOrDefault(candidate => candidate.Code == code) is not { } indicator || LeafBound.With(indicator.Leaf, path, bound) is var leaf && ReferenceEquals(leaf, indicator.Leaf))
        {
            return set;
        }

        return set with { Indicators = [.. set.Indicators.Select(old => old.Code == code ? old with { Leaf = leaf } : old)] };
    }

    private static Result<RuleSet> WithRow(RuleSet set, DraftValue value, string code, string index, Func<ParameterRow, Result<ParameterRow>> change)
    {
        if (set.Parameters.FirstOrDefault(candidate => candidate.Code == code) is not { } table || !int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= table.Rows.Count)
        {
            return Expired(value);
        }

        var changed = change(table.Rows[at]);
        if (!changed.Succeeded)
        {
            return Result<RuleSet>.Failure(changed.Errors);
        }

        if (changed.Value == table.Rows[at])
        {
            return set;
        }

        var rows = table.Rows.Select((old, place) => place == at ? changed.Value : old).ToList();
        return set with { Parameters = [.. set.Parameters.Select(old => old.Code == code ? old with { Rows = rows } : old)] };
    }

    private static Error Expired(DraftValue value) => new("rule_set.place", "页面已过期，请刷新后重新填写。", value.Place);
}
