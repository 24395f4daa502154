using GreenFactory.Application.Ports.Files;


namespace GreenFactory.Infrastructure.VirusScan;

/// <summary>Where clamd listens and what it takes.</summary>
/// <param name="Endpoint"><c>tcp://host:port</c> or <c>unix:/path/to/clamd.ctl</c>.</param>
/// <param name="Timeout">The time one scan may take in all.</param>
/// <param name="StreamMaxBytes">clamd's <c>StreamMaxLength</c> in bytes; a longer file is not sent.</param>
public sealed record ClamAvOptions(Uri Endpoint, TimeSpan Timeout, long StreamMaxBytes)
{
    /// <summary>English, for the operator: that people may upload what the scanner does not take; null when it takes everything.</summary>
    /// <param name="limits">What people may upload.</param>
    public string? Compare(FileLimits limits) => limits.MaxBytes <= StreamMaxBytes
        ? null
        : $"Files:MaxMegabytes ({limits.MaxBytes / FileSize.Megabyte}) is above Scan:StreamMaxMegabytes ({StreamMaxBytes / FileSize.Megabyte}): "
            + "files in between are refused as too long to scan. Raise StreamMaxLength in clamd.conf and Scan:StreamMaxMegabytes, or lower Files:MaxMegabytes.";
}
