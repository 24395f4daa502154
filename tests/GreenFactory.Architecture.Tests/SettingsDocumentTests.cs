using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace GreenFactory.Architecture.Tests;

/// <summary><c>docs/settings.md</c> names every setting that the code reads, and none that it does not, with the default that stands in the code.</summary>
public sealed partial class SettingsDocumentTests
{
    private static readonly string[] Sources =
        [.. Repository.Files("src", ".cs").Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal)).Select(Repository.Read)];

    [Fact]
    public void Every_setting_of_the_code_is_in_the_document_and_none_besides()
    {
        var documented = Documented().Keys.ToHashSet(StringComparer.Ordinal);
        var read = Sources.SelectMany(Read).ToHashSet(StringComparer.Ordinal);
        var ofFramework = JsonNode.Parse(Repository.Read("src/GreenFactory.Web/appsettings.json"))!.AsObject().Select(entry => entry.Key).ToList();
        Assert.True(read.Count > 30, "hardly any setting was found in the code");
        Findings.AssertNone(read.Except(documented).Select(key => $"{key} is read by the code and not in docs/settings.md")
            .Concat(documented.Except(read).Where(key => !ofFramework.Contains(key.Split(':')[0])).Select(key => $"{key} is in docs/settings.md and nothing reads it")));
    }

    [Fact]
    public void The_numbers_in_the_document_are_those_of_the_code()
    {
        var documented = Documented();
        var numbers = Sources.SelectMany(text => Numbers().Matches(text)).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        foreach (Match limit in Limits().Matches(Repository.Read("src/GreenFactory.Web/Hosting/RateLimits.cs")))
        {
            numbers[LimitNames()[limit.Groups[1].Value]] = limit.Groups[2].Value;
        }

        Assert.True(numbers.Count > 8, "hardly any number was found in the code");
        Findings.AssertNone(numbers.Where(number => documented[number.Key] != number.Value).Select(number => $"{number.Key} is {number.Value} in the code and {documented[number.Key]} in docs/settings.md"));
    }

    /// <summary>What ships for a proxy and two nodes uses settings that exist; the proxy says itself who calls, and keeps the metrics inside.</summary>
    [Fact]
    public void What_ships_for_deployment_sets_what_the_portal_reads_and_believes_no_caller_about_itself()
    {
        var documented = Documented().Keys.ToHashSet(StringComparer.Ordinal);
        var set = Environment().Matches(Repository.Read("deploy/compose.yaml")).Select(match => match.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal)).ToList();
        Assert.True(set.Count > 3, "hardly any setting was found in deploy/compose.yaml");
        Assert.Contains("Portal:PublicAddress", set);
        Assert.Contains("Proxy:Known", set);
        Findings.AssertNone(set.Except(documented).Select(key => $"{key} is set by deploy/compose.yaml and not in docs/settings.md"));
        var nginx = Repository.Read(Assert.Single(Repository.Files("deploy/nginx", ".conf")));
        Assert.Contains("proxy_set_header X-Forwarded-For $remote_addr;", nginx, StringComparison.Ordinal);
        Assert.Contains("proxy_set_header X-Forwarded-Proto https;", nginx, StringComparison.Ordinal);
        Assert.Matches(@"location ~\* \^/\+metrics\(/\|\$\) \{ return 404; \}", nginx);
    }

    private static Dictionary<string, string> Documented() =>
        Rows().Matches(Repository.Read("docs/settings.md")).ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value.Trim());

    private static IEnumerable<string> Read(string source) => Keys().Matches(source).Select(match => match.Groups[1].Value)
        .Concat(Connections().Matches(source).Select(match => $"ConnectionStrings:{match.Groups[1].Value}"))
        .Concat(source.Contains("$\"RateLimits:", StringComparison.Ordinal) ? LimitNames().Values : []);

    private static Dictionary<string, string> LimitNames() => Constants().Matches(Repository.Read("src/GreenFactory.Web/Hosting/RateLimits.cs"))
        .ToDictionary(match => match.Groups[1].Value, match => $"RateLimits:{match.Groups[2].Value}");

    [GeneratedRegex(@"(?:[cC]onfiguration(?:\[|\.GetValue(?:<\w+>)?\(|\.GetSection\()|Whole\(configuration, )""([A-Za-z][\w:-]*)""")]
    private static partial Regex Keys();

    [GeneratedRegex(@"GREENFACTORY_([A-Za-z]+(?:__[A-Za-z]+)+):")]
    private static partial Regex Environment();

    [GeneratedRegex(@"GetConnectionString\(""(\w+)""\)")]
    private static partial Regex Connections();

    [GeneratedRegex(@"Whole\(configuration, ""([\w:]+)"", (\d+)\)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"Add\(options, (\w+), (\d+), Counted")]
    private static partial Regex Limits();

    [GeneratedRegex(@"const string (\w+) = ""([\w-]+)"";")]
    private static partial Regex Constants();

    [GeneratedRegex(@"^\| `([^`]+)` \| ([^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
