namespace GreenFactory.Application.Ports.Scanning;

/// <summary>How much a virus scanner knows.</summary>
public enum ScanDepth
{
    /// <summary>Only the few signatures shipped with the product: no protection against real malware, to be shown as 「仅基本特征检查」.</summary>
    BasicSignaturesOnly,

    /// <summary>An antivirus engine with its maintained database.</summary>
    AntivirusEngine,
}
