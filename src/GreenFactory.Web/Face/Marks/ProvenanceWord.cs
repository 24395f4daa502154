namespace GreenFactory.Web.Face.Marks;

/// <summary>The four origins a number can have, in words.</summary>
public static class ProvenanceWord
{
    /// <summary>Word, meaning and class suffix of an origin named in English.</summary>
    /// <exception cref="ArgumentException">The name is none of official, transcribed, derived, example.</exception>
    public static (string Word, string Meaning, string CssClass) Describe(string kind) => kind.ToUpperInvariant() switch
    {
        "OFFICIAL" => ("官方", "由主管部门发布或确认", "official"),
        "TRANSCRIBED" => ("转录", "由标准或文件原文逐字转录", "transcribed"),
        "DERIVED" => ("派生", "由原文推算或改写而来，未经官方附件核对", "derived"),
        "EXAMPLE" => ("示例", "仅作演示，没有任何官方效力", "example"),
        _ => throw new ArgumentException($"'{kind}' is not a provenance: use official, transcribed, derived or example.", nameof(kind)),
    };
}
