using GreenFactory.Testing;

namespace GreenFactory.Web.Tests.Hosting;

/// <summary>The portal in production without <c>--demo</c>.</summary>
public sealed class PlainHost : PortalHost
{
    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["demo"] = "false" };
}
