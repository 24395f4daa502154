using System.Globalization;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.RuleLibrary.Values;

/// <summary>A row of a parameter table as it is compared with the text of its standard.</summary>
/// <param name="Fingerprint">What its confirmation is bound to.</param>
/// <param name="Table">The table.</param>
/// <param name="Label">What the row is called.</param>
/// <param name="Numbers">Its numbers with columns and unit.</param>
/// <param name="Clause">Clause that the set names.</param>
/// <param name="From">First day; null for always.</param>
/// <param name="Correction">How the standard corrects it, in words with the formulas; empty for not at all.</param>
/// <param name="Confirmation">The comparison that stands or waits; null while nobody compared it.</param>
public sealed record ValueLine(string Fingerprint, string Table, string Label, string Numbers, string Clause, DateOnly? From, string Correction, ValueConfirmation? Confirmation)
{
    /// <summary>Whether somebody may compare it now.</summary>
    public bool IsOpen => Confirmation is null;

    /// <summary>Whether a row can be compared at all: it was transcribed from a text in force and has a number.</summary>
    internal static bool Can(ParameterRow row) =>
        row is { Provenance: Provenance.Transcribed, Confirmation: not Scoring.RuleSets.Confirmation.Draft } && row.Values.Values.Any(number => number is not null);

    /// <summary>A row in words.</summary>
    internal static ValueLine Of(ParameterTable table, ParameterRow row, FormulaWords formulas, IReadOnlyDictionary<string, ValueConfirmation> compared)
    {
        var fingerprint = ValueFingerprint.Of(table, row);
        var numbers = table.Columns.Where(column => row.Values.ContainsKey(column.Code)).Select(column => $"{column.Label} {row.Values[column.Code]?.ToString("0.#########", CultureInfo.InvariantCulture) ?? "—"}");
        return new ValueLine(
            fingerprint,
            table.Label,
            row.Label,
            $"{string.Join("、", numbers)} {(row.Unit.Length > 0 ? row.Unit : table.Unit)}",
            row.Clause,
            row.From,
            table.Corrections.FirstOrDefault(one => one.Code == row.Correction) is { } correction ? Words(table, correction, formulas) : "",
            compared.GetValueOrDefault(fingerprint));
    }

    private static string Words(ParameterTable table, LevelCorrection correction, FormulaWords formulas) => string.Join(
        "；",
        [
            $"按{correction.Label}修正（{correction.Clause}）",
            .. correction.Levels.Select(level => $"{table.Columns.FirstOrDefault(column => column.Code == level.Key)?.Label ?? level.Key} = {formulas.Of(level.Value)}"),
            .. correction.Unknown.Length > 0 ? [correction.Unknown] : Array.Empty<string>(),
        ]);
}

/// <summary>A standard with how many of its rows were compared.</summary>
/// <param name="Name">The standard.</param>
/// <param name="Open">Rows that nobody compared.</param>
/// <param name="Waiting">Rows that wait for the second person.</param>
/// <param name="Confirmed">Rows that decide.</param>
public sealed record StandardLine(string Name, int Open, int Waiting, int Confirmed);

/// <summary>A version whose values can be compared.</summary>
public sealed record ComparableVersion(RuleSetVersionId Id, string Title, string Version);

/// <summary>The standards of a version.</summary>
/// <param name="Versions">Versions to choose from, the general sets first.</param>
/// <param name="Chosen">The version; null when there is none.</param>
/// <param name="Standards">Its standards, those with open rows first.</param>
public sealed record StandardsPage(IReadOnlyList<ComparableVersion> Versions, ComparableVersion? Chosen, IReadOnlyList<StandardLine> Standards);

/// <summary>One standard of a version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Name">The standard.</param>
/// <param name="Lines">Its rows.</param>
/// <param name="Comparisons">Comparisons of this standard, the latest first.</param>
public sealed record StandardPage(ComparableVersion Version, string Name, IReadOnlyList<ValueLine> Lines, IReadOnlyList<ValueConfirmation> Comparisons);
