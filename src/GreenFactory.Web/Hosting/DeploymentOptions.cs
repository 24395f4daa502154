using GreenFactory.Samples;

namespace GreenFactory.Web.Hosting;

/// <summary>What kind of deployment this is.</summary>
/// <param name="IsDemonstration">Invented data and accounts, a movable clock; on with <c>--demo</c> or in Development.</param>
/// <param name="Samples">The invented year a demonstration is filled with at its first start; null for none. <c>--samples N</c>, 0 for none.</param>
/// <param name="RequiresSecondFactor">Officers, experts and administrators must use a second factor; <c>Security:RequireSecondFactor</c>, off by default in a demonstration.</param>
public sealed record DeploymentOptions(bool IsDemonstration, SampleOptions? Samples, bool RequiresSecondFactor)
{
    /// <summary>Reads the options.</summary>
    public static DeploymentOptions Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var demonstration = configuration.GetValue("demo", environment.IsDevelopment());
        return new DeploymentOptions(demonstration, demonstration ? ReadSamples(configuration) : null, configuration.GetValue("Security:RequireSecondFactor", !demonstration));
    }

    /// <summary>Development starts empty unless it is asked for a sample year; a demonstration on the command line is filled.</summary>
    private static SampleOptions? ReadSamples(IConfiguration configuration)
    {
        var typed = configuration["samples"] ?? (configuration["demo"] is null ? "0" : null);
        return typed is "0" ? null : new SampleOptions(typed is null ? SampleOptions.UsualSize : SampleOptions.ReadSize(typed), configuration["seed"] ?? SampleOptions.UsualSeed);
    }
}
