using System.Text;
using System.Text.RegularExpressions;
using GreenFactory.Application.Evidence;
using GreenFactory.Application.Seeding;
using GreenFactory.EndToEnd.Tests.Journey;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>What the printed declaration (申报表) promises.</summary>
internal static partial class PrintedSheet
{
    /// <summary>
    /// Every answer stands in it as it was checked before signing, for both kinds of reader; the fingerprint stands once on every page, as do the receipt's
    /// number and the page's; the document says what it is called, in which language it is, and how it is built.
    /// </summary>
    /// <param name="pdf">The file.</param>
    /// <param name="answers">The answers as the page before signing states them, with unit and justification.</param>
    /// <param name="proofs">The files that were uploaded; each stands beside what it proves.</param>
    /// <param name="hash">The fingerprint on the receipt.</param>
    public static async Task HoldsAsync(byte[] pdf, IReadOnlyList<string> answers, IReadOnlyList<Proof> proofs, string hash)
    {
        var read = await PdfText.ByPdfJsAsync(pdf);
        var byPdfJs = PdfText.Dense(string.Concat(read.Pages));
        var laidOut = await PdfText.ByPopplerAsync(pdf);
        // A column squeezed to the width of one character cannot be read or copied.
        Assert.DoesNotMatch(OneCharacterLines(), laidOut);
        var byPoppler = PdfText.Dense(laidOut);
        Assert.True(answers.Count > 50, $"only {answers.Count} answers were checked");
        var missing = answers.SelectMany(Parts).Where(part => !byPdfJs.Contains(part, StringComparison.Ordinal) || !byPoppler.Contains(part, StringComparison.Ordinal));
        Assert.Empty(missing);
        Assert.Empty(PdfText.Radicals(byPdfJs));
        Assert.All(read.Pages, page => Assert.Single(PdfText.Dense(page).Split(hash)[1..]));
        Assert.All(read.Pages.Index(), page => Assert.Contains($"{page.Index + 1}/{read.Pages.Count}", PdfText.Dense(page.Item), StringComparison.Ordinal));
        var receipt = Receipt().Match(read.Pages[0]).Value;
        Assert.NotEmpty(receipt);
        Assert.Contains("配合现场核实并接受社会监督", byPdfJs, StringComparison.Ordinal);
        Assert.All(read.Pages, page => Assert.Contains(receipt, page, StringComparison.Ordinal));
        Assert.Equal("绿色工厂申报表", read.Title);
        Assert.StartsWith("zh", read.Language, StringComparison.OrdinalIgnoreCase);
        Assert.True(read.Tagged);
        Assert.Contains("四、填报数据", read.Outline);
        Assert.Matches(@"由填报数据算出的数值项目数值依据.*\d", byPdfJs);
        Assert.NotEmpty(proofs);
        Assert.All(proofs, proof => Assert.Matches(Regex.Escape(PdfText.Dense(EvidenceSubject.NameOf(Rules, proof.Subject) + Proof.Name)) + ".{1,12}" + proof.Sha256, byPdfJs));
        Assert.DoesNotMatch(FormulaCode(), byPdfJs);
    }

    /// <summary>The calculation sheet of the energy carriers (指标计算过程表) reads right by the fonts' own maps as well, with no font that has none.</summary>
    /// <param name="pdf">The file.</param>
    /// <param name="typed">What was typed or chosen.</param>
    public static async Task WorksheetReadsAsync(byte[] pdf, params string[] typed)
    {
        var read = await PdfText.ByPdfJsAsync(pdf);
        var text = PdfText.Dense(string.Concat(read.Pages));
        Assert.All([.. typed, "水泥"], word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.Empty(PdfText.Radicals(text));
        Assert.DoesNotMatch(FormulaCode(), text);
        Assert.DoesNotContain("/Type3", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.True(pdf.Length < 300_000, $"{pdf.Length} bytes");
    }

    private static RuleSet Rules => RuleSetReader.Read(File.ReadAllText(Path.Combine(ReferenceFiles.RulesFolder, "gbt36132-2025.json"))).RuleSet!;

    /// <summary>What formulas are written in; people read words.</summary>
    [GeneratedRegex(@"orelse|lookup\(|provided|\btrue\b|[a-z]+_[a-z]+")]
    private static partial Regex FormulaCode();

    [GeneratedRegex(@"(?:^\s*\S[^\S\n]*\n){5}", RegexOptions.Multiline)]
    private static partial Regex OneCharacterLines();

    [GeneratedRegex(@"HZ-F\d{4}-\d{4}-\d{3,}-\d+")]
    private static partial Regex Receipt();

    /// <summary>An answer, and apart from it what was said to a warning about it.</summary>
    private static IEnumerable<string> Parts(string answer)
    {
        var parts = PdfText.Dense(answer).Split("（说明：", 2);
        return parts.Length == 2 ? [parts[0], parts[1].TrimEnd('）')] : parts[0] is "未填" or "（未填，选填）" ? [] : parts;
    }
}
