using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Attempts;

/// <summary>Whether a try may be made.</summary>
/// <param name="MayTry">False: the wait is not over, and nothing was counted.</param>
/// <param name="Wait">How long to wait: until this try may be made, or before the next one if this one fails.</param>
/// <param name="Run">Key of the run of tries from this source.</param>
/// <param name="Position">Which try of that run this is, from 1.</param>
public sealed record Attempt(bool MayTry, TimeSpan Wait, Guid Run, int Position)
{
    /// <summary>请在 40 秒后再试, or nothing when there is no wait.</summary>
    public string WaitWords => Wait <= TimeSpan.Zero ? ""
        : Wait <= TimeSpan.FromMinutes(2) ? $"请在{Math.Ceiling(Wait.TotalSeconds):0}秒后再试。"
        : $"请在{Math.Ceiling(Wait.TotalMinutes):0}分钟后再试。";

    /// <summary>The refusal of a try that came too early; it is the same whether there is such an account or not.</summary>
    public Error TooEarly => new("attempt.wait", $"尝试次数过多，{WaitWords}");
}
