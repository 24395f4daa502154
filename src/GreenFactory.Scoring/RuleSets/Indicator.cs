namespace GreenFactory.Scoring.RuleSets;

/// <summary>基本要求: a requirement that is met or not; one failure closes the case.</summary>
public sealed record Gate
{
    /// <summary>Name used in facts.</summary>
    public required string Code { get; init; }

    /// <summary>Short Chinese title.</summary>
    public required string Title { get; init; }

    /// <summary>Clause it comes from.</summary>
    public string Clause { get; init; } = "";

    /// <summary>The requirement in full.</summary>
    public required string Text { get; init; }

    /// <summary>Documents that must be given.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Documents wanted only where they exist (如有).</summary>
    public IReadOnlyList<string> EvidenceIfAny { get; init; } = [];

    /// <summary>Whether not meeting it closes the case; 鼓励 items do not.</summary>
    public bool Mandatory { get; init; } = true;

    /// <summary>Whether it stands in the 负面清单: the applicant states that something did not happen.</summary>
    public bool NegativeList { get; init; }
}

/// <summary>一级指标 with its weight in points. A bonus group lies outside the total and its weight is its cap.</summary>
public sealed record IndicatorGroup(string Code, string Name, decimal Weight, bool Bonus);

/// <summary>The four indicator types of GB/T 36132—2025, 4.4.2.</summary>
public enum IndicatorType
{
    /// <summary>正向定量: larger is better.</summary>
    PositiveQuantitative,

    /// <summary>逆向定量: smaller is better.</summary>
    InverseQuantitative,

    /// <summary>正向定性: met or judged, more is better.</summary>
    PositiveQualitative,

    /// <summary>逆向定性: met or judged, less is better.</summary>
    InverseQualitative,
}

/// <summary>One scored row of the indicator table.</summary>
public sealed record Indicator
{
    /// <summary>Identity in facts, sheets and traces.</summary>
    public required string Code { get; init; }

    /// <summary>序号 as printed in the form; rows of one 二级指标 share it.</summary>
    public required string Number { get; init; }

    /// <summary>二级指标.</summary>
    public required string Name { get; init; }

    /// <summary>三级指标, where the form has one.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Code of its 一级指标.</summary>
    public required string Group { get; init; }

    /// <summary>Direction and kind.</summary>
    public required IndicatorType Type { get; init; }

    /// <summary>Unit of the value, 引领值 and 基准值; empty for a plain number or a qualitative row.</summary>
    public string Unit { get; init; } = "";

    /// <summary>权重分值 in points.</summary>
    public required decimal Weight { get; init; }

    /// <summary>Clause and equation.</summary>
    public string Clause { get; init; } = "";

    /// <summary>How it is scored, in a sentence for the applicant.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>Documents that must be given where points are claimed.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];

    /// <summary>Documents wanted only where they exist (如有).</summary>
    public IReadOnlyList<string> EvidenceIfAny { get; init; } = [];

    /// <summary>How the row is scored.</summary>
    public required Leaf Leaf { get; init; }

    /// <summary>Whether a larger value is better.</summary>
    public bool IsPositive => Type is IndicatorType.PositiveQuantitative or IndicatorType.PositiveQualitative;
}
