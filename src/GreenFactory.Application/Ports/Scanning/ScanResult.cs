namespace GreenFactory.Application.Ports.Scanning;

/// <summary>A scanner's verdict: <see cref="Clean"/>, <see cref="Infected"/>, <see cref="TooLong"/> or <see cref="Unavailable"/>.</summary>
public abstract record ScanResult
{
    private ScanResult()
    {
    }

    /// <summary>Nothing was found, at the stated depth.</summary>
    /// <param name="Depth">How much the scanner knows.</param>
    public sealed record Clean(ScanDepth Depth) : ScanResult;

    /// <summary>Something was found.</summary>
    /// <param name="Signature">The name the scanner gives it.</param>
    /// <param name="Depth">How much the scanner knows.</param>
    public sealed record Infected(string Signature, ScanDepth Depth) : ScanResult;

    /// <summary>The file is longer than the scanner takes: waiting does not help, it must be made smaller.</summary>
    /// <param name="Reason">English, for the operator: which limit, and which setting to raise.</param>
    public sealed record TooLong(string Reason) : ScanResult;

    /// <summary>The file was not scanned; it must wait, not pass.</summary>
    /// <param name="Reason">English, for the operator: what failed and what to do.</param>
    public sealed record Unavailable(string Reason) : ScanResult;
}
