using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Web.Face.Marks;

namespace GreenFactory.Web.Pages.Admin.Rules;

/// <summary>Words and shapes for the life of a rule-set version.</summary>
internal static class RuleSetStates
{
    /// <summary>草稿, 已检查, 已发布, 已停用.</summary>
    public static string Word(RuleSetState state) => state switch
    {
        RuleSetState.Draft => "草稿",
        RuleSetState.Checked => "已检查，待发布",
        RuleSetState.Published => "已发布",
        RuleSetState.Retired => "已停用",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The shape of a state.</summary>
    public static StateShape Shape(RuleSetState state) => state switch
    {
        RuleSetState.Draft => StateShape.Doing,
        RuleSetState.Checked => StateShape.You,
        RuleSetState.Published => StateShape.Done,
        _ => StateShape.Off,
    };
}
