namespace GreenFactory.Web.Hosting;

/// <summary>What kind of deployment this is.</summary>
/// <param name="IsDemonstration">Invented data and accounts, a movable clock; on with <c>--demo</c> or in Development.</param>
/// <param name="RequiresSecondFactor">Officers, experts and administrators must use a second factor; <c>Security:RequireSecondFactor</c>, off by default in a demonstration.</param>
public sealed record DeploymentOptions(bool IsDemonstration, bool RequiresSecondFactor)
{
    /// <summary>Reads the options.</summary>
    public static DeploymentOptions Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var demonstration = configuration.GetValue("demo", environment.IsDevelopment());
        return new DeploymentOptions(demonstration, configuration.GetValue("Security:RequireSecondFactor", !demonstration));
    }
}
