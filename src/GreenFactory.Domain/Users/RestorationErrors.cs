using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Users;

/// <summary>Refusals of <see cref="SecondFactorRestoration"/>.</summary>
public static class RestorationErrors
{
    /// <summary>The person takes part in their own.</summary>
    public static Error OwnFactor { get; } = new("restoration.own", "不能找回自己的两步验证，请由另外两位管理员办理。");

    /// <summary>Who began also confirms.</summary>
    public static Error FourEyes { get; } = new("restoration.four_eyes", "发起和确认须由两位管理员分别办理，请另一位管理员确认。");

    /// <summary>Confirmed, withdrawn or expired.</summary>
    public static Error NotOpen { get; } = new("restoration.closed", "该找回已办结、已撤回或已过期。仍需找回的，请重新发起。");

    /// <summary>One is open already.</summary>
    public static Error AlreadyOpen { get; } = new("restoration.open", "此人已有待确认的找回，请另一位管理员确认，或先撤回。");

    /// <summary>The person has no second factor.</summary>
    public static Error NoFactor { get; } = new("restoration.none", "此人没有开启两步验证，不需要找回。");

    /// <summary>No reason.</summary>
    public static Error ReasonMissing { get; } = new("restoration.reason", "请写明原因，5 至 500 字。", "Reason");

    /// <summary>No papers.</summary>
    public static Error PapersMissing { get; } = new("restoration.papers", "请写明核对了什么证件、怎样核对的，5 至 200 字，如：当面核对身份证和工作证原件。", "Papers");
}
