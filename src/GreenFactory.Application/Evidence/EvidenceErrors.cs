using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Evidence;

/// <summary>Refusals about evidence that are not about the file itself.</summary>
public static class EvidenceErrors
{
    /// <summary>Nothing was chosen.</summary>
    public static Error NoFile { get; } = new("evidence.no_file", "请先选择要上传的文件。", "Upload");

    /// <summary>The code names neither a gate nor an indicator of the rule set.</summary>
    public static Error NoSuchSubject { get; } = new("evidence.no_such_subject", "申报表没有这一项，请返回目录。");

    /// <summary>The return does not name what the file is for.</summary>
    public static Error NotReturned { get; } = new(
        "evidence.not_returned", "这一项的材料不在本次退回补正的范围内，不能增减，仍为上次提交的材料。确需补充的，请在补正答复中说明，由区县另行退回。", "Upload");

    /// <summary>The same bytes already prove the same thing.</summary>
    /// <param name="fileName">Name of the file that is there.</param>
    public static Error SameFile(string fileName) => new(
        "evidence.same_file", $"内容与已上传的“{fileName}”相同，没有重复保存。如果选错了文件，请重新选择；要换名称的，请先移除已上传的。", "Upload");

    /// <summary>The scan found something.</summary>
    public static Error Quarantined { get; } = new("evidence.quarantined", "该文件未通过安全检查，已隔离，不能打开。");

    /// <summary>The scan is not done.</summary>
    public static Error StillScanning { get; } = new("evidence.still_scanning", "该文件正在进行安全检查，完成后才能打开，请稍后再试。");

    /// <summary>The scanner does not take a file so long.</summary>
    public static Error TooLongToScan { get; } = new(
        "evidence.too_long_to_scan", "文件超过病毒检查能处理的大小，没有保存。请压缩图片、降低扫描分辨率或拆分为多个文件后重新上传。", "Upload");

    /// <summary>The store does not have the bytes.</summary>
    public static Error Unreadable { get; } = new("evidence.unreadable", "文件暂时无法读取，请联系平台运维人员。");
}
