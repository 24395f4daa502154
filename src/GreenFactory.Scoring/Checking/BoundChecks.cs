using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

/// <summary>
/// 引领值 must differ from 基准值 and lie on the better side: for constants, each in its own unit, and for every pair of cells
/// that formulas can meet on one day.
/// </summary>
internal sealed class BoundChecks(RuleSet set, CheckReport report)
{
    private readonly Dictionary<string, ParameterTable> _tables = set.Parameters.DistinctBy(p => p.Code).ToDictionary(p => p.Code, StringComparer.Ordinal);

    /// <summary>Checks the two formulas of a leaf whose bare numbers are in <paramref name="unit"/>.</summary>
    public void Check(string leading, string baseline, string unit, bool positive, string path)
    {
        var (leadings, baselines) = (Cells(leading, unit), Cells(baseline, unit));
        var byKey = baselines.ToLookup(b => b.Key ?? "", StringComparer.Ordinal);
        foreach (var l in leadings)
        {
            foreach (var b in l.Key is null ? baselines : byKey[l.Key].Concat(byKey[""]))
            {
                if (l.Number is { } best && b.Number is { } worst && Order(l, b) is { } order && l.MeetsOnADay(b))
                    Compare(l.Key ?? b.Key, best, worst, order, positive, $"{path}.leading");
            }
        }
    }

    /// <summary>The constants a formula can yield: itself, the cells of a named row, or (with their keys) the cells of a whole table.</summary>
    public List<BoundCell> Cells(string formula, string unit)
    {
        switch (Expression.Parse(formula).Expression)
        {
            case NumberLiteral number:
                return [new BoundCell(null, number.Value, Scale(number.Unit ?? unit), null)];
            case Unary { Operator: "-", Operand: NumberLiteral number }:
                return [new BoundCell(null, -number.Value, Scale(number.Unit ?? unit), null)];
            case Call { Function: "lookup", Arguments: [TextLiteral code, var key, TextLiteral column] }:
                if (!_tables.TryGetValue(code.Value, out var table))
                    return [];
                var rows = key is TextLiteral literal ? table.Rows.Where(r => r.Key == literal.Value) : table.Rows;
                return [.. rows.Select(r => new BoundCell(
                    key is TextLiteral ? null : r.Key, r.Values.GetValueOrDefault(column.Value), Scale(table.Unit.Length > 0 ? table.Unit : r.Unit), r))];
            default:
                return [];
        }
    }

    private static decimal? Scale(string unit) => Unit.TryParse(unit, out var parsed) ? parsed.Scale : null;

    /// <summary>Which of two numbers is larger once both are in base units; nothing if a unit is unknown or a number beyond range, which others report.</summary>
    private static int? Order(BoundCell l, BoundCell b)
    {
        if (l.Scale is not { } left || b.Scale is not { } right)
            return null;
        var (x, y) = (Operations.Scale(left, Value.Of(l.Number!.Value)), Operations.Scale(right, Value.Of(b.Number!.Value)));
        return x.IsKnown && y.IsKnown ? x.Number.CompareTo(y.Number) : null;
    }

    /// <summary>A key chosen by the applicant may be one of many rows: such a row is only warned of, since the row itself answers with an error, or is a step.</summary>
    private void Compare(string? key, decimal leading, decimal baseline, int order, bool positive, string path)
    {
        if (order != 0 && positive == order > 0)
            return;
        var named = key is null ? "" : $"“{key}”的";
        var (code, message) = order == 0
            ? ("leaf.equal", $"{named}引领值与基准值相等（{DecimalText.Write(leading)}），只能按“达到即满分、否则 0 分”处理。")
            : ("leaf.direction", $"{named}引领值 {DecimalText.Write(leading)}、基准值 {DecimalText.Write(baseline)} 与指标方向（{(positive ? "正向：越大越好" : "逆向：越小越好")}）相反。");
        if (key is null)
            report.Refuse(code, path, message);
        else
            report.Warn(code, path, message);
    }
}

/// <summary>A constant that a formula can yield: the key of its row if the applicant chooses it, the number, the scale of its unit, and the row.</summary>
internal sealed record BoundCell(string? Key, decimal? Number, decimal? Scale, ParameterRow? Row)
{
    /// <summary>Whether both hold on some day.</summary>
    public bool MeetsOnADay(BoundCell other) =>
        (Row?.From ?? DateOnly.MinValue) <= (other.Row?.To ?? DateOnly.MaxValue) && (other.Row?.From ?? DateOnly.MinValue) <= (Row?.To ?? DateOnly.MaxValue);
}
