using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace GreenFactory.Architecture.Tests;

/// <summary>
/// Every package of the locked restore and of the npm lock file may be used by a public body that publishes this program under Mulan
/// PSL v2. Other licences need a line with a reason in <c>licences.allow.json</c>.
/// </summary>
public sealed class LicenceTests
{
    private const string AllowFile = "tests/GreenFactory.Architecture.Tests/licences.allow.json";

    private static readonly HashSet<string> Free = new(StringComparer.Ordinal)
    {
        "MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "PostgreSQL", "MS-PL", "OFL-1.1", "ISC", "MulanPSL-2.0",
    };

    [Fact]
    public void Every_NuGet_package_has_a_licence_that_is_allowed() => Findings.AssertNone(Problems(NuGetPackages()));

    [Fact]
    public void Every_npm_package_has_a_licence_that_is_allowed() => Findings.AssertNone(Problems(NpmPackages()));

    [Fact]
    public void Every_allowance_is_still_needed_and_has_a_reason()
    {
        var used = NuGetPackages().Concat(NpmPackages()).ToHashSet();
        foreach (var allowance in Allowances())
        {
            Assert.True(used.Contains((allowance.Package, allowance.Licence)), $"{allowance.Package} ({allowance.Licence}) is not used any more: take it out of {AllowFile}");
            Assert.True(allowance.Reason.Length > 20, $"{allowance.Package} needs a reason");
        }
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("(MIT OR GPL-3.0-only)", true)]
    [InlineData("MIT AND Apache-2.0", true)]
    [InlineData("AGPL-3.0-only", false)]
    [InlineData("MIT AND GPL-2.0-only", false)]
    [InlineData("LicenseRef-file:LICENSE.md", false)]
    [InlineData("", false)]
    public void A_licence_expression_is_judged_by_its_parts(string expression, bool allowed) => Assert.Equal(allowed, IsFree(expression));

    private static IEnumerable<string> Problems(IEnumerable<(string Package, string Licence)> packages)
    {
        var found = packages.ToHashSet();
        Assert.NotEmpty(found);
        var excepted = Allowances().Select(allowance => (allowance.Package, allowance.Licence)).ToHashSet();
        return found.Where(package => !IsFree(package.Licence) && !excepted.Contains(package))
            .Select(package => $"{package.Package}: {(package.Licence.Length == 0 ? "no licence" : package.Licence)}");
    }

    /// <summary>A choice is free when one side is; a sum is free when every side is.</summary>
    private static bool IsFree(string expression) =>
        Regex.Split(expression.Trim('(', ')'), @"\s+OR\s+").Any(side => Regex.Split(side, @"\s+AND\s+").All(part => Free.Contains(part.Trim('(', ')', ' '))));

    private static IEnumerable<(string Package, string Licence)> NuGetPackages()
    {
        // The mutation project is not in the solution: it is restored only where somebody runs it, and nothing of it is passed on.
        var solution = Repository.Read("GreenFactory.sln");
        var projects = Repository.Files("src", ".csproj").Concat(Repository.Files("tests", ".csproj"))
            .Where(project => solution.Contains($"{Path.GetFileName(project)}\"", StringComparison.Ordinal));
        foreach (var project in projects)
        {
            var assets = Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, "obj", "project.assets.json");
            using var document = JsonDocument.Parse(File.ReadAllText(assets));
            var folders = document.RootElement.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
            foreach (var library in document.RootElement.GetProperty("libraries").EnumerateObject())
            {
                if (library.Value.GetProperty("type").GetString() != "package") continue;
                var path = library.Value.GetProperty("path").GetString()!;
                var nuspec = folders.Select(folder => Path.Combine(folder, path)).Where(Directory.Exists)
                    .SelectMany(folder => Directory.GetFiles(folder, "*.nuspec")).First();
                yield return (library.Name.Split('/')[0], LicenceOf(XDocument.Load(nuspec)));
            }
        }
    }

    private static string LicenceOf(XDocument nuspec)
    {
        var licence = nuspec.Descendants().FirstOrDefault(element => element.Name.LocalName == "license");
        if (licence is not null) return licence.Attribute("type")?.Value == "expression" ? licence.Value.Trim() : $"LicenseRef-file:{licence.Value.Trim()}";
        var address = nuspec.Descendants().FirstOrDefault(element => element.Name.LocalName == "licenseUrl");
        return address is null ? "" : $"LicenseRef-url:{address.Value.Trim()}";
    }

    private static IEnumerable<(string Package, string Licence)> NpmPackages()
    {
        using var document = JsonDocument.Parse(Repository.Read("package-lock.json"));
        foreach (var package in document.RootElement.GetProperty("packages").EnumerateObject())
        {
            if (package.Name.Length == 0) continue;
            yield return (package.Name.Split("node_modules/")[^1], package.Value.TryGetProperty("license", out var licence) ? licence.GetString()! : "");
        }
    }

    private static List<Allowance> Allowances() =>
        JsonSerializer.Deserialize<List<Allowance>>(Repository.Read(AllowFile), JsonSerializerOptions.Web)!;

    private sealed record Allowance(string Package, string Licence, string Reason);
}
