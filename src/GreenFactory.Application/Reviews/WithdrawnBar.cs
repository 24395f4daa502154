using GreenFactory.Application.Clock;
using GreenFactory.Domain.Reviews;

namespace GreenFactory.Application.Reviews;

/// <summary>A department's “存在不得推荐情形” that it corrected to something else: whoever decides on the case is told of it, wherever opinions stand.</summary>
public static class WithdrawnBar
{
    /// <summary>The sentence, with the words of the bar, who took it back, when and why; null where no bar was taken back.</summary>
    /// <param name="versions">Everything the department said, the first version first.</param>
    public static string? Of(IReadOnlyList<OpinionVersion> versions)
    {
        if (versions.Count == 0 || versions[^1].Kind is OpinionKind.Bars || versions.LastOrDefault(version => version.Kind is OpinionKind.Bars) is not { } bar)
        {
            return null;
        }

        var taken = versions.First(version => version.Sequence > bar.Sequence);
        return $"{Words(bar.Text)}，{ChinaTime.Day(taken.GivenAt)}由{taken.GivenByName}更正为“{ReviewWords.Of(taken.Kind)}”，理由：{taken.Reason}";
    }

    /// <summary>The words of the bar alone.</summary>
    public static string Words(string text) => $"曾反馈“{ReviewWords.Of(OpinionKind.Bars)}”：{text}";
}
