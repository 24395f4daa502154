using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Web.Face.Marks;

/// <summary>The four origins a number can have, in words.</summary>
public static class ProvenanceWord
{
    /// <summary>Word, meaning and class suffix of an origin named in English.</summary>
    /// <exception cref="ArgumentException">The name is none of official, transcribed, derived, example.</exception>
    public static (string Word, string Meaning, string CssClass) Describe(string kind) => kind.ToUpperInvariant() switch
    {
        "OFFICIAL" => ("官方", "由主管部门发布或确认", "official"),
        "TRANSCRIBED" => ("转录", "转录自公开资料；其中的数值是否与标准原文核对过，逐行注明", "transcribed"),
        "DERIVED" => ("派生", "由原文推算或改写而来，未经官方附件核对", "derived"),
        "EXAMPLE" => ("示例", "仅作演示，没有任何官方效力", "example"),
        _ => throw new ArgumentException($"'{kind}' is not a provenance: use official, transcribed, derived or example.", nameof(kind)),
    };

    /// <summary>The same of a number of a parameter table: compared with the text of its standard or not.</summary>
    /// <param name="kind">official, transcribed, derived or example, in any case.</param>
    /// <param name="confirmed">The comparison; null while nobody confirmed one.</param>
    public static (string Word, string Meaning, string CssClass) Describe(string kind, ConfirmedValue? confirmed) => (Describe(kind), confirmed) switch
    {
        ({ CssClass: "transcribed" }, { } found) => ($"已与标准原文核对（{found.Clause}，{found.Page}）", $"两名管理员核对，{found.ConfirmedAt[..10]}；原文该页 SHA-256 {found.FileSha256}", "official"),
        ({ CssClass: "transcribed" }, null) => ("转录自公开资料，未与标准原文核对", "核对之前不据此判定优先推荐条件", "transcribed"),
        (var described, _) => described,
    };
}
