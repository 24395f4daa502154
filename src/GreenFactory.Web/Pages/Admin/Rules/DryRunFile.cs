using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using GreenFactory.Application.RuleLibrary.DryRuns;
using GreenFactory.Scoring.Simulation;

namespace GreenFactory.Web.Pages.Admin.Rules;

/// <summary>The submissions of a dry run as CSV with a byte order mark; a cell that a spreadsheet would run as a formula is quoted by an apostrophe.</summary>
internal static class DryRunFile
{
    private static readonly string[] Heads = ["案件编号", "单位", "区县", "行业代码", "原得分", "新得分", "变化", "原名次", "新名次", "越线", "主要原因", "不能使用的答案"];

    public static byte[] Write(IReadOnlyList<DryRunMove> moves, DryRunReport report)
    {
        using var memory = new MemoryStream();
        using (var text = new StreamWriter(memory, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, InjectionCharacters = ['=', '@', '+', '\t', '\r'] }))
        {
            var causes = Enum.GetValues<EffectCause>();
            Fields(csv, [.. Heads, .. causes.Select(DryRunWords.Word)]);
            foreach (var move in moves)
            {
                Fields(
                    csv,
                    [
                        move.CaseNumber, move.Organisation, move.District, move.IndustryCode, Number(move.Before), Number(move.After), Number(move.Change), Number(move.RankBefore), Number(move.RankAfter),
                        DryRunWords.Word(move.Crossing), DryRunWords.MainOf(move, report), Number(move.RefusedAnswers),
                        .. causes.Select(cause => Number(move.Effects.Where(effect => effect.Cause == cause).Sum(effect => effect.Change))),
                    ]);
            }
        }

        return memory.ToArray();
    }

    private static void Fields(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }

    private static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
