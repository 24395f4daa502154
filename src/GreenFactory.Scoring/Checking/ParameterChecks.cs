using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

internal static class ParameterChecks
{
    /// <summary>The unit of a table whose rows are each measured in their own energy.</summary>
    private const string AnyEnergy = "限额单位";

    private static readonly string[] Energies = ["kgce", "kgoe", "kWh"];

    public static void Run(RuleSet set, CheckReport report)
    {
        for (var t = 0; t < set.Parameters.Count; t++)
        {
            var table = set.Parameters[t];
            var path = $"$.parameters[{t}]";
            if (!Unit.TryParse(table.Unit, out _))
                report.Refuse("unit.unknown", $"{path}.unit", $"不认识单位“{table.Unit}”。");
            if (table.Columns.Count == 0)
                report.Refuse("table.columns", $"{path}.columns", $"参数表“{table.Label}”没有数值列。");
            report.Unique(table.Columns.Select((c, i) => (c.Code, $"{path}.columns[{i}].code")), "列");
            var columns = table.Columns.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
            for (var r = 0; r < table.Rows.Count; r++)
                Row(set, table, columns, (path, r), report);
            CorrectionChecks.Run(set, table, path, report);
            Overlaps(table, path, report);
        }
    }

    private static void Row(RuleSet set, ParameterTable table, HashSet<string> columns, (string Table, int Row) at, CheckReport report)
    {
        var row = table.Rows[at.Row];
        if (row.To < row.From)
            report.Refuse("parameter.period", Path(at, "to"), $"“{row.Label}”的失效日期早于生效日期。");
        var isEmpty = true;
        foreach (var (column, value) in row.Values)
        {
            isEmpty &= value is null;
            if (!columns.Contains(column))
                report.Refuse("parameter.column", Path(at, $"values.{column}"), $"参数表“{table.Label}”没有列“{column}”。");
        }

        if (isEmpty && (row.Confirmation == Confirmation.Confirmed || row.Note.Length == 0))
            report.Refuse("parameter.empty", Path(at, "values"), $"“{row.Label}”没有任何数值。数值尚未取得时，请标为待核并在备注中写明缺什么。");
        if (row.Source.Length == 0)
            report.Refuse("parameter.source", Path(at, "source"), $"“{row.Label}”没有写出处。");
        if (row.Provenance == Provenance.Official && row.Confirmation != Confirmation.Confirmed)
            report.Refuse("parameter.provenance", Path(at, "confirmation"), $"“{row.Label}”标为官方，却又标为待核或征求意见稿。");
        if (set.Provenance == Provenance.Official && row.Provenance == Provenance.Example)
            report.Refuse("parameter.example", Path(at, "provenance"), $"官方规则集不能含有示例参数“{row.Label}”。");
        if (table.Unit.Length == 0 && !Unit.TryParse(row.Unit, out _))
            report.Refuse("unit.unknown", Path(at, "unit"), $"不认识单位“{row.Unit}”。");
        if (table.Unit.Length > 0 && row.Unit.Length > 0 && !Fits(Measured(row.Unit), Measured(table.Unit)))
            report.Refuse("parameter.unit", Path(at, "unit"), $"“{row.Label}”的单位“{row.Unit}”与参数表的单位“{table.Unit}”不一致。");
    }

    private static string Path((string Table, int Row) at, string member) => $"{at.Table}.rows[{at.Row}].{member}";

    /// <summary>What stands before the stroke of a unit.</summary>
    private static ReadOnlySpan<char> Measured(string unit) => unit.AsSpan(0, unit.IndexOf('/', StringComparison.Ordinal) is >= 0 and var stroke ? stroke : unit.Length).Trim();

    /// <summary>Whether a row measured in one thing belongs into a table of another: in the same, or in any measure of energy where each row has its own.</summary>
    private static bool Fits(ReadOnlySpan<char> row, ReadOnlySpan<char> table) =>
        table is AnyEnergy ? row is "kgce" or "kgoe" or "kWh" || MeasuresEnergy(row.ToString()) : row.SequenceEqual(table);

    private static bool MeasuresEnergy(string symbol) =>
        Unit.TryParse(symbol, out var unit) && Energies.Any(energy => Unit.TryParse(energy, out var known) && known.SameDimension(unit));

    /// <summary>Goes through the rows of each key by date, with the row at hand that reaches furthest.</summary>
    private static void Overlaps(ParameterTable table, string path, CheckReport report)
    {
        foreach (var dated in table.Rows.Index().GroupBy(r => r.Item.Key, StringComparer.Ordinal).Where(rows => rows.Skip(1).Any()))
        {
            (int Index, ParameterRow Item)? furthest = null;
            foreach (var row in dated.OrderBy(r => r.Item.From ?? DateOnly.MinValue).ThenBy(r => r.Index))
            {
                if (furthest is { } other && (row.Item.From ?? DateOnly.MinValue) <= (other.Item.To ?? DateOnly.MaxValue))
                {
                    var (first, second) = (Math.Min(row.Index, other.Index), Math.Max(row.Index, other.Index));
                    report.Refuse("parameter.overlap", $"{path}.rows[{second}]", $"“{row.Item.Label}”在同一天有两行有效的数值（另一行是第 {first + 1} 行），请用生效和失效日期分开。");
                }

                if (furthest is null || (row.Item.To ?? DateOnly.MaxValue) > (furthest.Value.Item.To ?? DateOnly.MaxValue))
                    furthest = row;
            }
        }
    }
}
