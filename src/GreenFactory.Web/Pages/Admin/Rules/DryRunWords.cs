using GreenFactory.Application.RuleLibrary.DryRuns;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Scoring.Simulation;
using GreenFactory.Web.Face.Marks;

namespace GreenFactory.Web.Pages.Admin.Rules;

/// <summary>Words and shapes of dry runs.</summary>
internal static class DryRunWords
{
    /// <summary>正在试算, 已完成, 已停止.</summary>
    public static string Word(DryRunState state) => state switch
    {
        DryRunState.Running => "正在试算",
        DryRunState.Finished => "已完成",
        _ => "已停止",
    };

    /// <summary>The shape of a state.</summary>
    public static StateShape Shape(DryRunState state) => state switch
    {
        DryRunState.Running => StateShape.Doing,
        DryRunState.Finished => StateShape.Done,
        _ => StateShape.Error,
    };

    /// <summary>参数, 公式, 权重, 处理办法.</summary>
    public static string Word(EffectCause cause) => cause switch
    {
        EffectCause.Parameter => "参数",
        EffectCause.ParameterAndFormula => "参数和公式",
        EffectCause.Formula => "公式",
        EffectCause.Weight => "权重",
        _ => "处理办法",
    };

    /// <summary>进线, 出线; nothing for those that stay.</summary>
    public static string Word(DryRunCrossing crossing) => crossing switch
    {
        DryRunCrossing.Enters => "进线",
        DryRunCrossing.Leaves => "出线",
        _ => "",
    };

    /// <summary>What moved a submission most, such as 可再生能源利用率（参数）.</summary>
    public static string MainOf(DryRunMove move, DryRunReport report) => move.Main is { } main ? $"{report.NameOf(main.Indicator)}（{Word(main.Cause)}）" : "—";
}
