namespace GreenFactory.Application.Attempts;

/// <summary>From where somebody tries.</summary>
/// <param name="Key">A known browser, or a network address without the part that one household shares.</param>
/// <param name="IsKnownBrowser">Whether the person tried for has signed in from this browser before: then nobody else's tries hold it up.</param>
public sealed record AttemptSource(string Key, bool IsKnownBrowser);
