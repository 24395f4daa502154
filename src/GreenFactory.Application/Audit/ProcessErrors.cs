using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Audit;

/// <summary>Refusals every process can meet.</summary>
public static class ProcessErrors
{
    /// <summary>Somebody changed the same row since it was read.</summary>
    public static Error ChangedMeanwhile { get; } = new("process.changed_meanwhile", "内容刚被他人修改，本次操作未保存。请刷新页面，核对后再办理。");

    /// <summary>The row is not there, or not for this person.</summary>
    public static Error NotFound { get; } = new("process.not_found", "没有找到该记录，或您无权查看。");

    /// <summary>The database refused the write because this person may not make it.</summary>
    public static Error NotAllowed { get; } = new("process.not_allowed", "您无权进行此操作。");

    /// <summary>The same thing exists already.</summary>
    public static Error Duplicate { get; } = new("process.duplicate", "相同的记录已经存在，本次操作未保存。请刷新页面查看。");

    /// <summary>The database cannot keep a character; forms are cleaned, so it came by a file.</summary>
    public static Error ControlCharacter { get; } = new("process.control_character", "内容中有无法保存的控制字符（如 U+0000），本次操作未保存。请在原文件中删除后再试。");

    /// <summary>The deadline is over.</summary>
    public static Error DeadlineOver { get; } = new("process.deadline_over", "已超过截止时间，平台不再受理。如有特殊情况，请联系市级部门延期。填写的内容均已保留。");
}
