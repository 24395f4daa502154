using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Declarations;

/// <summary>Refusals at the applicant's desk.</summary>
public static class ApplicantErrors
{
    /// <summary>Nobody opened a campaign yet.</summary>
    public static Error NoCampaign { get; } = new("apply.no_campaign", "目前没有开放的申报批次，请留意市级部门的通知。");

    /// <summary>The campaign has not opened yet.</summary>
    public static Error NotOpenYet(string when) => new("apply.not_open_yet", $"本批次 {when} 开始受理，届时再建立申报。");

    /// <summary>The organisation has a case in this campaign already.</summary>
    public static Error AlreadyBegun(string caseNumber) => new("apply.already_begun", $"本单位在本批次已有申报 {caseNumber}，每个批次只能有一个。需要重新建立的，请先撤回该申报。");

    /// <summary>The industry code is not in the classification.</summary>
    public static Error UnknownIndustry(string code) =>
        new("apply.unknown_industry", $"国民经济行业分类（GB/T 4754—2017）中没有四位代码“{code}”，请从检索结果中选择。", "IndustryCode");

    /// <summary>The main activity is no manufacturing (section C of GB/T 4754—2017); see ADR 36.</summary>
    public static Error NotManufacturing(IndustryClass industry) =>
        new("apply.not_manufacturing", $"{industry.Code} {industry.Name}属于{industry.Section} 门类“{industry.SectionName}”，不是制造业；绿色工厂评价面向制造业企业。"
            + "主导产业选错的请重新选择；主要产品由本单位制造的，请按产品选择制造业的代码。", "IndustryCode");

    /// <summary>The rule set is not one of those that fit.</summary>
    public static Error RuleSetDoesNotFit { get; } = new("apply.rule_set_does_not_fit", "所选规则集不适用于该行业，请从列出的规则集中选择。", "RuleSet");

    /// <summary>Several rule sets fit and no reason is given.</summary>
    public static Error ChoiceNeedsReason { get; } = new("apply.choice_needs_reason", "该行业适用多个规则集，请选择一个并写明理由。", "Reason");

    /// <summary>The rule set has to be chosen first.</summary>
    public static Error RuleSetFirst { get; } = new("apply.rule_set_first", "请先在“行业与适用规则集”中确定规则集。");

    /// <summary>There is no such part of the form.</summary>
    public static Error NoSuchSection { get; } = new("apply.no_such_section", "申报表没有这一部分，请返回目录。");

    /// <summary>A field that the return does not name.</summary>
    public static Error NotReturned(string label, string? field = null) => new(
        "apply.not_returned", $"“{label}”不在本次退回补正的范围内，没有保存，仍为上次提交的内容。确需修改的，请在补正答复中说明，由区县另行退回该项。", field);

    /// <summary>Something besides what the return names differs from the last submission.</summary>
    public static Error MoreThanReturned(IReadOnlyCollection<string> labels) => new(
        "apply.more_than_returned", $"有 {labels.Count} 处不在本次退回范围内的内容与上次提交不同：{string.Join("、", labels.Take(5))}。请改回后再提交。");

    /// <summary>The promise of truth is not ticked.</summary>
    public static Error NotPromised { get; } = new("apply.not_promised", "请勾选真实性承诺后再提交。", "Promise");

    /// <summary>The typed name is not the signer's.</summary>
    public static Error WrongSignature(string name) => new("apply.wrong_signature", $"签署姓名与当前登录人不一致，请填写“{name}”。", "Signature");

    /// <summary>A withdrawal after submitting needs a reason.</summary>
    public static Error ReasonMissing { get; } = new("apply.reason_missing", "请写明撤回理由（不少于 4 个字）。", "Reason");
}
