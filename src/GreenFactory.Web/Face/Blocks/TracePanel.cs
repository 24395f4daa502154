namespace GreenFactory.Web.Face.Blocks;

/// <summary>One step of a computation.</summary>
/// <param name="Title">What the step does: 熟料：产品综合能耗 ÷ 合格产品产量.</param>
/// <param name="Value">Its result with unit: 103.0 kgce/t.</param>
/// <param name="Formula">The formula with the numbers put in; null when the title says it.</param>
public sealed record TraceStep(string Title, string Value, string? Formula = null);

/// <summary>A parameter a computation used.</summary>
/// <param name="Text">限额：GB 16780-2021 表 2 熟料 1 级 100，2022-11-01 起</param>
/// <param name="Provenance">official, transcribed, derived or example.</param>
public sealed record TraceSource(string Text, string Provenance)
{
    /// <summary>Fingerprint of the row whose number it is; empty for what is no number of a table.</summary>
    public string Fingerprint { get; init; } = "";
}

/// <summary>怎么算的: the steps of a score and what they rest on. Partial <c>_Trace</c>.</summary>
/// <param name="Outcome">4.76 分，5 步</param>
/// <param name="Steps">The steps; the last is the sum.</param>
/// <param name="RuleSet">Name and version of the rule set.</param>
/// <param name="RuleSetProvenance">official, transcribed, derived or example.</param>
/// <param name="RuleSetHash">Content hash of the rule set in hexadecimal.</param>
public sealed record TracePanel(string Outcome, IReadOnlyList<TraceStep> Steps, string RuleSet, string RuleSetProvenance, string RuleSetHash)
{
    /// <summary>Parameters the steps used.</summary>
    public IReadOnlyList<TraceSource> Sources { get; init; } = [];

    /// <summary>Where the computation can be downloaded for an independent check.</summary>
    public string? DownloadPath { get; init; }

    /// <summary>Open at first.</summary>
    public bool Open { get; init; }
}
