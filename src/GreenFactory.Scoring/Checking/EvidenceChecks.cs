using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

/// <summary>Checks the documents that gates and indicators want. Whether one must be given is said by the list it stands in, never by its words.</summary>
internal static class EvidenceChecks
{
    private const string IfAny = "如有";

    public static void Run(RuleSet set, CheckReport report)
    {
        for (var i = 0; i < set.Gates.Count; i++)
            Check(set.Gates[i].Evidence, set.Gates[i].EvidenceIfAny, $"$.gates[{i}]", report);
        for (var i = 0; i < set.Indicators.Count; i++)
            Check(set.Indicators[i].Evidence, set.Indicators[i].EvidenceIfAny, $"$.indicators[{i}]", report);
    }

    private static void Check(IReadOnlyList<string> obligatory, IReadOnlyList<string> ifAny, string path, CheckReport report)
    {
        for (var i = 0; i < obligatory.Count; i++)
        {
            if (obligatory[i].Contains(IfAny, StringComparison.Ordinal))
                report.Warn("evidence.obligatory", $"{path}.evidence[{i}]", $"“{obligatory[i]}”写明“如有”，却列在必交材料里，没有它就不能提交。有则提交的材料请写到 evidenceIfAny。");
        }

        for (var i = 0; i < ifAny.Count; i++)
        {
            if (obligatory.Contains(ifAny[i]))
                report.Refuse("evidence.twice", $"{path}.evidenceIfAny[{i}]", $"“{ifAny[i]}”同时列为必交和有则提交，请只留一处。");
        }
    }
}
