namespace GreenFactory.Infrastructure.VirusScan;

/// <summary>Where clamd listens and what it takes.</summary>
/// <param name="Endpoint"><c>tcp://host:port</c> or <c>unix:/path/to/clamd.ctl</c>.</param>
/// <param name="Timeout">The time one scan may take in all.</param>
/// <param name="StreamMaxBytes">clamd's <c>StreamMaxLength</c> in bytes; a longer file is not sent.</param>
public sealed record ClamAvOptions(Uri Endpoint, TimeSpan Timeout, long StreamMaxBytes);
