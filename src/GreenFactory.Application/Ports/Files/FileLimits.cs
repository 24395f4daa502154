namespace GreenFactory.Application.Ports.Files;

/// <summary>How large an uploaded file may be.</summary>
/// <param name="MaxBytes">The largest accepted length in bytes.</param>
public sealed record FileLimits(long MaxBytes)
{
    /// <summary>50 MB, the limit for a piece of evidence unless the deployment sets <c>Files:MaxMegabytes</c>.</summary>
    public static FileLimits Default { get; } = new(50L * FileSize.Megabyte);
}
