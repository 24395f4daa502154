namespace GreenFactory.Application.Ports.Scanning;

/// <summary>Looks for malicious content in a file.</summary>
public interface IVirusScanner
{
    /// <summary>Scans the bytes from the stream's current position to its end.</summary>
    /// <returns>The verdict. A scanner that cannot be reached answers <see cref="ScanResult.Unavailable"/>; it never answers clean instead.</returns>
    Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellation);
}
