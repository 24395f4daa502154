using System.Xml.Linq;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Xunit;

namespace GreenFactory.Architecture.Tests;

/// <summary>Scoring ← Domain ← Application ← Infrastructure; Web, Worker and Cli only put the parts together (docs/architecture.md).</summary>
public sealed class DirectionTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Scoring"] = [],
        ["Domain"] = ["Scoring"],
        ["Application"] = ["Domain", "Scoring"],
        ["Infrastructure"] = ["Application", "Domain", "Scoring"],
        ["Samples"] = ["Application", "Domain", "Scoring"],
        ["Worker"] = ["Infrastructure", "Application", "Domain", "Scoring"],
        ["Web"] = ["Worker", "Samples", "Infrastructure", "Application", "Domain", "Scoring"],
        ["Cli"] = ["Samples", "Infrastructure", "Application", "Domain", "Scoring"],
    };

    private static readonly string[] CompositionPlaces = ["GreenFactory.Web.Hosting."];

    [Fact]
    public void Every_project_of_src_has_a_place_in_the_direction()
    {
        var projects = Repository.Files("src", ".csproj").Select(NameOf).ToHashSet();
        Assert.Equal(Allowed.Keys.Order(), projects.Order());
    }

    [Fact]
    public void Projects_reference_only_what_lies_further_in()
    {
        var wrong = from path in Repository.Files("src", ".csproj")
                    from reference in XDocument.Parse(Repository.Read(path)).Descendants("ProjectReference")
                    let target = NameOf(reference.Attribute("Include")!.Value)
                    where !Allowed[NameOf(path)].Contains(target)
                    select $"{NameOf(path)} must not reference {target}";
        Findings.AssertNone(wrong);
    }

    [Fact]
    public void Scoring_has_no_package_and_touches_neither_files_network_clock_nor_randomness()
    {
        var project = XDocument.Parse(Repository.Read("src/GreenFactory.Scoring/GreenFactory.Scoring.csproj"));
        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));

        string[] outside = ["System.IO.File", "System.IO.Directory", "System.Net.", "System.Threading.Thread", "System.TimeProvider", "System.Random", "System.Diagnostics.Process", "System.Environment"];
        var scoring = new ArchLoader().LoadFilteredDirectory(AppContext.BaseDirectory, "GreenFactory.Scoring.dll").Build();
        var wrong = from type in scoring.Types
                    where IsOurs(type)
                    from target in type.Dependencies.Select(dependency => dependency.Target.FullName).Distinct()
                    where outside.Any(name => name.EndsWith('.') ? target.StartsWith(name, StringComparison.Ordinal) : target == name)
                    select $"{type.FullName} uses {target}";
        Findings.AssertNone(wrong);
    }

    /// <summary>Formulas and answers are what an evaluation is made of, and know nothing of it.</summary>
    [Fact]
    public void Expressions_and_facts_of_Scoring_know_nothing_of_Evaluation() => Findings.AssertNone(
        from folder in new[] { "Expressions", "Facts", "Numbers", "Json", "RuleSets" }
        from path in Repository.Files($"src/GreenFactory.Scoring/{folder}", ".cs")
        where Repository.Read(path).Contains("Scoring.Evaluation", StringComparison.Ordinal)
        select $"{path} uses GreenFactory.Scoring.Evaluation");

    [Fact]
    public void Pages_and_endpoints_of_Web_know_no_adapter()
    {
        var web = new ArchLoader().LoadFilteredDirectory(AppContext.BaseDirectory, "GreenFactory.Web.dll").Build();
        var wrong = from type in web.Types
                    where IsOurs(type) && !IsComposition(type)
                    from target in type.Dependencies.Select(dependency => dependency.Target.FullName).Distinct()
                    where target.StartsWith("GreenFactory.Infrastructure.", StringComparison.Ordinal)
                    select $"{type.FullName} uses {target}: inject a port of GreenFactory.Application.Ports instead";
        Findings.AssertNone(wrong);
    }

    private static bool IsOurs(IType type) => type.FullName.StartsWith("GreenFactory.", StringComparison.Ordinal);

    private static bool IsComposition(IType type) => CompositionPlaces.Any(place => type.FullName.StartsWith(place, StringComparison.Ordinal));

    private static string NameOf(string projectPath) =>
        Path.GetFileNameWithoutExtension(projectPath.Replace('\\', '/')).Replace("GreenFactory.", "", StringComparison.Ordinal);
}
