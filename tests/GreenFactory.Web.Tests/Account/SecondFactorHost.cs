using GreenFactory.Testing;

namespace GreenFactory.Web.Tests.Account;

/// <summary>The portal as it stands by default outside a demonstration: officers, experts and administrators need a second factor.</summary>
public sealed class SecondFactorHost : PortalHost
{
    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string> { ["Security:RequireSecondFactor"] = "true" };
}
