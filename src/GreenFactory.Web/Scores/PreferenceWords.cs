using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Marks;
using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Scores;

/// <summary>The preference of a case (优先推荐条件) in words, with its proof.</summary>
public static class PreferenceWords
{
    private const string Undecided = "无法判定";

    /// <summary>The levels that were reached, 未达到, 无法判定 or 不适用. A rule set without a rule decides nothing.</summary>
    public static (StateShape Shape, string Word) Of(PreferenceReading? reading) => reading switch
    {
        null => (StateShape.Question, Undecided),
        { State: PreferenceState.Met } met => (StateShape.Done, string.Join("、", met.Rows.Select(row => row.Level).Distinct())),
        _ => Of(reading.State),
    };

    /// <summary>The proof of one case.</summary>
    public static PreferencePanel Panel(PreferenceReading? reading, OrganisationKind kind) => new("优先推荐条件", [.. Lines("", reading, kind)]);

    /// <summary>The lines of one unit: its products, or why there are none.</summary>
    public static IEnumerable<PreferenceLine> Lines(string unit, PreferenceReading? reading, OrganisationKind kind)
    {
        if (reading is { Rows.Count: > 0 })
        {
            return reading.Rows.Select(row => Line(unit, row, kind));
        }

        var (shape, word) = Of(reading);
        return [new PreferenceLine(unit, "—", "—", "—", "—", shape, word, reading is null ? Unruled(kind) : WithSubject(reading.Reason, kind))];
    }

    private static PreferenceLine Line(string unit, PreferenceRow row, OrganisationKind kind)
    {
        var (shape, word) = Of(row.State);
        return new PreferenceLine(unit, row.Product.Length > 0 ? row.Product : "—", Number(row.Value, row.Unit), Number(row.Limit, row.Unit), row.Level.Length > 0 ? row.Level : "—", shape, word, WithSubject(row.Reason, kind))
        {
            Source = row.Source is { } source ? $"{source.Source} {source.Clause}".Trim() : "",
            Provenance = row.Source?.Provenance.ToString(),
            Fingerprint = row.Source?.Fingerprint ?? "",
        };
    }

    /// <summary>One state in a word.</summary>
    public static (StateShape Shape, string Word) Of(PreferenceState state) => state switch
    {
        PreferenceState.Met => (StateShape.Done, "达到"),
        PreferenceState.NotMet => (StateShape.Off, "未达到"),
        PreferenceState.NotApplicable => (StateShape.Off, "不适用"),
        PreferenceState.Undecided => (StateShape.Question, Undecided),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>A reason of the engine as a whole sentence: it says what is missing, and this says of whom.</summary>
    private static string WithSubject(string reason, OrganisationKind kind) =>
        reason.StartsWith("没有填", StringComparison.Ordinal) || reason.StartsWith("未填", StringComparison.Ordinal) ? (kind is OrganisationKind.Park ? "园区" : "企业") + reason
        : reason.StartsWith("还不能", StringComparison.Ordinal) ? "平台" + reason
        : reason;

    private static string Number(decimal? number, string unit) => number is { } value ? $"{NumberText.Natural(value)} {unit}" : "—";

    /// <summary>Source: notice of 2026-06-01, 二（二）: parks with many green factories and a high share of them come first.</summary>
    private static string Unruled(OrganisationKind kind) =>
        kind is OrganisationKind.Park ? "园区按绿色工厂的数量和占比优先推荐，统计口径待确认" : "规则集没有规定优先推荐条件";
}
