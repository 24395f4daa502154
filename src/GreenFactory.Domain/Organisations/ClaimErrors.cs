using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Organisations;

/// <summary>The refusals around a claim (认领).</summary>
public static class ClaimErrors
{
    /// <summary>No licence came with the claim.</summary>
    public static Error LicenceMissing { get; } = new(
        "claim.licence", "请上传营业执照（园区为事业单位法人证书或统一社会信用代码证书）的扫描件或照片。", "Licence");

    /// <summary>The district chosen takes no claims.</summary>
    public static Error District { get; } = new("claim.district", "所选区县不受理申报，请重新选择。", "DistrictId");

    /// <summary>The person waits for a decision on the same unit.</summary>
    public static Error Pending { get; } = new("claim.pending", "您已提交过该单位的认领申请，区县正在核实，不必重复提交。", "CreditCode");

    /// <summary>A code that fails its check can be claimed, but is decided with the licence in hand.</summary>
    public static Error CodeFault(Error fault) => new(
        fault.Code, $"{fault.Message}执照上确实是这个代码的，请勾选“与执照一致”后再提交，由区县核对执照原件。", "CreditCode");

    /// <summary>The typed name is not the registered one, and nothing proves a change of name.</summary>
    public static Error NameDiffers(string registered, string typed) => new(
        "claim.name_differs", $"该代码登记的单位名称为“{registered}”，与填写的“{typed}”不同。没有更名的，请按登记的名称填写；已经更名的，请上传更名证明（准予变更登记通知书等）。", "Name");

    /// <summary>The code holds several units, or one site: the claim must say which is meant.</summary>
    public static Error SiteMissing(IEnumerable<string> names) => new(
        "claim.site", $"该代码下登记有：{string.Join("、", names)}。请填写认领的是哪个厂区或组团。", "Site");

    /// <summary>The registered name changed, or the claim came before it was known: there is nothing to go by.</summary>
    public static Error ProofMissing(string registered) => new(
        "claim.proof_missing", $"登记的单位名称为“{registered}”，与申请填写的不同，又没有更名证明，不能同意。请退回申请，说明需要补充更名证明。");
}
