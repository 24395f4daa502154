using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Declarations;

/// <summary>What somebody says before having an account. Nothing of it is stored.</summary>
/// <param name="Kind">Enterprise or park.</param>
/// <param name="Industry">Class of the main activity; null for a park, and while it is not chosen.</param>
/// <param name="Cultivated">Whether the enterprise is in the cultivation register; null when that is not known.</param>
/// <param name="Listed">Whether the unit is on the list already.</param>
/// <param name="Grounds">Answers to the negative list by code: true for met, which means that it did not happen.</param>
/// <param name="ParkConditions">Answers to <see cref="Precheck.ParkConditions"/> by place.</param>
public sealed record PrecheckAnswers(
    OrganisationKind Kind,
    IndustryClass? Industry,
    bool? Cultivated,
    bool Listed,
    IReadOnlyDictionary<string, bool> Grounds,
    IReadOnlyDictionary<int, bool> ParkConditions);

/// <summary>How much a finding weighs.</summary>
public enum PrecheckWeight
{
    /// <summary>Nothing stands against it.</summary>
    Fine,

    /// <summary>Something has to be done or known first.</summary>
    Mind,

    /// <summary>A declaration would be refused.</summary>
    Stops,
}

/// <summary>One thing the pre-check says.</summary>
/// <param name="Weight">How much it weighs.</param>
/// <param name="Text">What it is and what to do.</param>
public sealed record PrecheckFinding(PrecheckWeight Weight, string Text);

/// <summary>Says before any account what a unit has to expect. It decides nothing: the same is asked, proved and checked again in the declaration.</summary>
public static class Precheck
{
    /// <summary>Conditions for a park, from the notice of 2026.</summary>
    public static IReadOnlyList<string> ParkConditions { get; } =
    [
        "以产品制造和能源供给为主要功能",
        "工业增加值占比超过 50%",
        "有法定边界和范围",
        "有统一管理机构",
        "是市级及以上工业园区（一区多园中四至范围明确、基础较好的组团也可以）",
    ];

    /// <summary>The negative list as a rule set states it.</summary>
    public static IReadOnlyList<Gate> GroundsOf(RuleSet set) => [.. set.Gates.Where(gate => gate.NegativeList)];

    /// <summary>What the unit has to expect, the heaviest first.</summary>
    /// <param name="answers">What was said.</param>
    /// <param name="grounds">The negative list that was asked.</param>
    public static IReadOnlyList<PrecheckFinding> Of(PrecheckAnswers answers, IReadOnlyList<Gate> grounds)
    {
        var findings = new List<PrecheckFinding>();
        findings.AddRange(grounds.Where(gate => answers.Grounds.TryGetValue(gate.Code, out var met) && !met)
            .Select(gate => new PrecheckFinding(PrecheckWeight.Stops, $"“{gate.Title}”不符合：近三年有负面清单情形的，不得申请、推荐和列入。近三年指申报之日前三年；对日期有疑问的，请向所在区县核对。")));
        if (answers.Industry is { IsManufacturing: false } other)
        {
            findings.Add(new PrecheckFinding(PrecheckWeight.Stops, ApplicantErrors.NotManufacturing(other).Message));
        }

        if (answers.Kind is OrganisationKind.Park)
        {
            findings.AddRange(ParkConditions.Where((_, i) => answers.ParkConditions.TryGetValue(i, out var met) && !met)
                .Select(condition => new PrecheckFinding(PrecheckWeight.Stops, $"园区条件“{condition}”不具备，不能申报市级绿色工业园区。")));
        }

        if (answers is { Kind: OrganisationKind.Factory, Listed: false, Cultivated: not true })
        {
            findings.Add(new PrecheckFinding(PrecheckWeight.Mind, answers.Cultivated is null
                ? "原则上应已开展绿色工厂梯度培育。请向所在区县经济信息委查询本企业是否已入库。"
                : "原则上应已开展绿色工厂梯度培育。尚未入库的，请先联系所在区县经济信息委。"));
        }

        findings.Add(new PrecheckFinding(PrecheckWeight.Fine, answers.Listed
            ? "已在名录中的单位每年按新的评价要求自评价对标，不需要重新申报；未按要求对标的，按通知移出名录。"
            : "不在名录中的单位作新申报。是否能建立由平台按名录再核对一次。"));
        if (findings.TrueForAll(finding => finding.Weight is not PrecheckWeight.Stops))
        {
            findings.Add(new PrecheckFinding(PrecheckWeight.Fine, "按所答内容，没有发现不能申报的情形。以申报时提交的材料和区县核实为准。"));
        }

        return [.. findings.OrderByDescending(finding => finding.Weight)];
    }
}
