namespace GreenFactory.Web.Face.Blocks;

/// <summary>How far the check of a file has come.</summary>
public enum EvidenceState
{
    /// <summary>已检查</summary>
    Checked,

    /// <summary>正在检查</summary>
    Checking,

    /// <summary>已隔离: virus, macro, or content that does not match its type.</summary>
    Quarantined,

    /// <summary>必需，尚未提供</summary>
    Missing,
}

/// <summary>One piece of evidence. Partial <c>_EvidenceChip</c>.</summary>
/// <param name="Name">File name, or the name of what is missing.</param>
/// <param name="State">How far its check has come.</param>
public sealed record EvidenceChip(string Name, EvidenceState State)
{
    /// <summary>Size in bytes.</summary>
    public long? Bytes { get; init; }

    /// <summary>48 页 · 与指标 2 共用</summary>
    public string? Detail { get; init; }

    /// <summary>Why it was quarantined: 含宏，已隔离.</summary>
    public string? Reason { get; init; }

    /// <summary>SHA-256 in hexadecimal; the chip shows its ends.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Where the file opens; for a missing one, where it is uploaded.</summary>
    public string? Path { get; init; }

    /// <summary>Address that asks whether to remove it; null where it may not be removed.</summary>
    public string? RemovePath { get; init; }

    /// <summary>The first and last four places of the hash.</summary>
    public string? ShortHash => Sha256 is { Length: > 8 } hash ? $"{hash[..4]}…{hash[^4..]}" : Sha256;
}

/// <summary>The evidence of one indicator. Partial <c>_Evidence</c>.</summary>
/// <param name="Id">Id of the heading, unique on the page.</param>
/// <param name="Chips">The files, then what is missing.</param>
public sealed record EvidenceList(string Id, IReadOnlyList<EvidenceChip> Chips)
{
    /// <summary>Address of the upload page; null where nothing may be added.</summary>
    public string? AddPath { get; init; }

    /// <summary>4 份，还缺 1 份</summary>
    public string Count
    {
        get
        {
            var missing = Chips.Count(chip => chip.State == EvidenceState.Missing);
            var present = Chips.Count - missing;
            return missing > 0 ? $"{present} 份，还缺 {missing} 份" : present == 0 ? "没有材料" : $"{present} 份，齐全";
        }
    }
}
