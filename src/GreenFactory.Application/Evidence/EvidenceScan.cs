using GreenFactory.Application.Ports.Scanning;
using GreenFactory.Domain.Evidence;

namespace GreenFactory.Application.Evidence;

/// <summary>Work for the background: scan a file that could not be scanned when it came.</summary>
/// <param name="Evidence">Key of the file.</param>
public sealed record ScanEvidence(Guid Evidence)
{
    /// <summary>Kind of the message in the outbox.</summary>
    public const string Kind = "scan";
}

/// <summary>A scanner's verdict in the terms of the case.</summary>
internal static class EvidenceScan
{
    /// <summary>State and note to record; null when the scanner could not be reached.</summary>
    public static (ScanState State, string Note)? Read(ScanResult verdict) => verdict switch
    {
        ScanResult.Clean { Depth: ScanDepth.AntivirusEngine } => (ScanState.Clean, "病毒库检查通过"),
        ScanResult.Clean => (ScanState.Clean, "仅基本特征检查"),
        ScanResult.Infected infected => (ScanState.Quarantined, $"发现 {infected.Signature}，已隔离"),
        ScanResult.TooLong => (ScanState.Quarantined, "超过病毒检查能处理的大小，没有检查，不能打开。请压缩或拆分后重新上传。"),
        _ => null,
    };
}
