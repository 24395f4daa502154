namespace GreenFactory.Scoring.RuleSets;

/// <summary>What a rule set says about where it applies; enough to resolve without its questions and tables.</summary>
public sealed record RuleSetApplicability(string Id, string Title, RuleSetKind Kind, IReadOnlyList<string> IndustryCodes)
{
    /// <summary>The applicability of a set.</summary>
    public static RuleSetApplicability Of(RuleSet set) => new(set.Id, set.Title, set.Kind, set.IndustryCodes);
}

/// <summary>A rule set that fits, and why, as a Chinese sentence for the applicant and the officer.</summary>
public sealed record ResolvedRuleSet(RuleSetApplicability Set, string Reason);

/// <summary>
/// The rule sets that fit a unit. With more than one the code alone cannot decide: the applicant chooses with a reason and the district confirms.
/// </summary>
public sealed record RuleSetCandidates(IReadOnlyList<ResolvedRuleSet> Sets, string Explanation)
{
    /// <summary>Whether the applicant must choose.</summary>
    public bool MustChoose => Sets.Count > 1;
}

/// <summary>Finds the rule sets for a unit from its GB/T 4754—2017 code.</summary>
public static class RuleSetResolution
{
    /// <summary>What decides between the sets that share a code, by code. Source: the notes of the table of industries.</summary>
    private static readonly Dictionary<string, string> Deciding = new(StringComparer.Ordinal)
    {
        ["3212"] = "按主要产品是铅还是锌选择",
        ["3216"] = "按主要产品是电解铝还是氧化铝选择",
        ["2612"] = "按主要产品是烧碱还是纯碱选择",
        ["1711"] = "按主要产品是一般棉纱还是色纺纱选择",
        ["3120"] = "按生产工艺选择：有高炉为长流程，以电炉为主为短流程",
        ["3130"] = "按生产工艺选择：有高炉为长流程，以电炉为主为短流程",
        ["2614"] = "按主要装置和产品选择",
    };

    /// <summary>
    /// The sets of the kind that name the code, or, where none does, its longest beginning that any names; the general sets (without codes) otherwise.
    /// Parks have no code and get every set of their kind.
    /// </summary>
    public static RuleSetCandidates Candidates(RuleSetKind kind, string? industryCode, IEnumerable<RuleSetApplicability> sets)
    {
        var ofKind = sets.Where(s => s.Kind == kind).OrderBy(s => s.Id, StringComparer.Ordinal).ToList();
        if (kind == RuleSetKind.Park)
            return Explain([.. ofKind.Select(s => new ResolvedRuleSet(s, "适用于各类工业园区。"))], null);

        var code = industryCode?.Trim() ?? "";
        for (var length = code.Length; length >= 2; length--)
        {
            var named = code[..length];
            var fitting = ofKind.Where(s => s.IndustryCodes.Contains(named, StringComparer.Ordinal)).ToList();
            if (fitting.Count == 0)
                continue;
            var why = length == code.Length ? $"适用行业列有代码 {code}。" : $"适用行业列有 {named}，{code} 属于其中。";
            return Explain([.. fitting.Select(s => new ResolvedRuleSet(s, why))], named);
        }

        var reason = code.Length == 0 ? "还没有填写行业代码，先按通则。" : $"没有行业规则集列有代码 {code}，适用通则。";
        return Explain([.. ofKind.Where(s => s.IndustryCodes.Count == 0).Select(s => new ResolvedRuleSet(s, reason))], null);
    }

    private static RuleSetCandidates Explain(IReadOnlyList<ResolvedRuleSet> sets, string? named) => new(sets, sets.Count switch
    {
        0 => "本批次没有适用的规则集，请联系市级主管部门。",
        1 => $"适用《{sets[0].Set.Title}》：{sets[0].Reason}",
        _ => $"仅凭行业代码不能确定，有 {sets.Count} 个规则集适用，须由申报单位选择并说明理由、区县确认"
            + (named is not null && Deciding.TryGetValue(named, out var deciding) ? $"；{deciding}。" : "。"),
    });
}
