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
        foreach (var l in leadings.Where(l => l.Base is not null))
        {
            var wrong = (l.Key is null ? baselines : byKey[l.Key].Concat(byKey[""]))
                .FirstOrDefault(b => b.Base is not null && (l.Base == b.Base || positive != l.Base > b.Base) && l.MeetsOnADay(b));
            if (wrong is not null)
                Say(l, wrong, positive, $"{path}.leading");
        }
    }

    /// <summary>The constants a formula can yield: itself, the cells of a named row, or (with their keys) the cells of a whole table.</summary>
    public List<BoundCell> Cells(string formula, string unit)
    {
        switch (Expression.Parse(formula).Expression)
        {
            case NumberLiteral number:
                return [Cell(null, number.Value, number.Unit ?? unit, null)];
            case Unary { Operator: "-", Operand: NumberLiteral number }:
                return [Cell(null, -number.Value, number.Unit ?? unit, null)];
            case Call { Function: "lookup", Arguments: [TextLiteral code, var key, TextLiteral column] }:
                if (!_tables.TryGetValue(code.Value, out var table))
                    return [];
                var rows = key is TextLiteral literal ? table.Rows.Where(r => r.Key == literal.Value) : table.Rows;
                return [.. rows.Select(r => Cell(
                    key is TextLiteral ? null : r.Key, r.Values.GetValueOrDefault(column.Value), table.Unit.Length > 0 ? table.Unit : r.Unit, r))];
            case Call { Function: "if", Arguments: [_, var met, var otherwise] }:
                return [.. Cells(met.ToString(), unit), .. Cells(otherwise.ToString(), unit)];
            case Call { Function: "level", Arguments: [TextLiteral code, var key, .. var columns] }:
                return _tables.TryGetValue(code.Value, out var corrected) ? Levels(corrected, key, [.. columns.OfType<TextLiteral>().Select(c => c.Value)]) : [];
            default:
                return [];
        }
    }

    /// <summary>Of every row the first column it has a number in; that which stands in for one the standard lacks is a step by design and compared with nothing.</summary>
    private static List<BoundCell> Levels(ParameterTable table, Expression key, string[] columns)
    {
        var rows = key is TextLiteral literal ? table.Rows.Where(r => r.Key == literal.Value) : table.Rows;
        return [.. rows.Where(r => columns.Length > 0 && r.Values.GetValueOrDefault(columns[0]) is not null)
            .Select(r => Cell(key is TextLiteral ? null : r.Key, r.Values[columns[0]], table.Unit.Length > 0 ? table.Unit : r.Unit, r))];
    }

    private static BoundCell Cell(string? key, decimal? number, string unit, ParameterRow? row)
    {
        var inBase = number is { } known && Unit.TryParse(unit, out var parsed) ? Operations.Scale(parsed.Scale, Value.Of(known), ScoreArithmetic.Exact) : Value.Missing("");
        return new BoundCell(key, number, inBase.IsKnown ? inBase.Number : null, row);
    }

    /// <summary>A key chosen by the applicant may be one of many rows: such a row is only warned of, since the row itself answers with an error, or is a step.</summary>
    private void Say(BoundCell leading, BoundCell baseline, bool positive, string path)
    {
        var key = leading.Key ?? baseline.Key;
        var named = key is null ? "" : $"“{key}”的";
        var (l, b) = (DecimalText.Write(leading.Number!.Value), DecimalText.Write(baseline.Number!.Value));
        var (code, message) = leading.Base == baseline.Base
            ? ("leaf.equal", $"{named}引领值与基准值相等（{l}），只能按“达到即满分、否则 0 分”处理。")
            : ("leaf.direction", $"{named}引领值 {l}、基准值 {b} 与指标方向（{(positive ? "正向：越大越好" : "逆向：越小越好")}）相反。");
        if (key is null)
            report.Refuse(code, path, message);
        else
            report.Warn(code, path, message);
    }
}

/// <summary>
/// A constant that a formula can yield: the key of its row if the applicant chooses it, the number as written and in base units
/// (none if its unit is unknown or it is beyond range, which others report), and the row.
/// </summary>
internal sealed record BoundCell(string? Key, decimal? Number, decimal? Base, ParameterRow? Row)
{
    /// <summary>Whether both hold on some day.</summary>
    public bool MeetsOnADay(BoundCell other) =>
        (Row?.From ?? DateOnly.MinValue) <= (other.Row?.To ?? DateOnly.MaxValue) && (other.Row?.From ?? DateOnly.MinValue) <= (Row?.To ?? DateOnly.MaxValue);
}
