using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

/// <summary>Checks the corrections of a table: each says what it does, its formulas correct the printed number by answers that are asked, and rows name only what is there.</summary>
internal static class CorrectionChecks
{
    public static void Run(RuleSet set, ParameterTable table, string path, CheckReport report)
    {
        report.Unique(table.Corrections.Select((c, i) => (c.Code, $"{path}.corrections[{i}].code")), "修正");
        for (var i = 0; i < table.Corrections.Count; i++)
            Correction(set, table, table.Corrections[i], $"{path}.corrections[{i}]", report);
        var known = table.Corrections.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        for (var r = 0; r < table.Rows.Count; r++)
        {
            if (table.Rows[r].Correction is { } code && !known.Contains(code))
                report.Refuse("parameter.correction", $"{path}.rows[{r}].correction", $"参数表“{table.Label}”没有修正“{code}”，请核对代码或补上这项修正。");
        }
    }

    private static void Correction(RuleSet set, ParameterTable table, LevelCorrection correction, string path, CheckReport report)
    {
        InputChecks.CheckCode(correction.Code, $"{path}.code", report);
        if (correction.Levels.Count == 0 && correction.Unknown.Length == 0 && correction.Note.Length == 0)
            report.Refuse("correction.empty", path, $"修正“{correction.Label}”没有公式。标准有修正而公式未取得时，请在 unknown 中写明缺什么；修正不涉及所列产品时，请在 note 中写明理由。");
        if (correction.Levels.Count > 0 && correction.Source.Length == 0)
            report.Refuse("correction.source", $"{path}.source", $"修正“{correction.Label}”没有写出处。");
        var asked = set.Inputs.Select(x => x.Code)
            .Concat(set.RepeatGroups.Where(g => g.Inputs.Any(x => x.OptionsFrom == table.Code)).SelectMany(g => g.Inputs).Select(x => x.Code))
            .Append(PrintedExpression.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (column, formula) in correction.Levels)
        {
            var at = $"{path}.levels.{column}";
            var names = Formulas.Names(formula);
            if (table.Columns.All(c => c.Code != column))
                report.Refuse("parameter.column", at, $"参数表“{table.Label}”没有列“{column}”。");
            if (!names.Contains(PrintedExpression.Name))
                report.Refuse("correction.printed", at, $"修正“{correction.Label}”的公式没有用到表列值 printed，修正应当从表列值算起。");
            foreach (var name in names.Where(n => !asked.Contains(n)))
                report.Refuse("correction.input", at, $"修正“{correction.Label}”用到“{name}”，但产品所在的填报项没有问这一项，请补上栏目或改正代码。");
        }
    }
}
