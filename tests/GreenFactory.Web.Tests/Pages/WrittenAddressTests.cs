using System.Text.RegularExpressions;
using GreenFactory.Testing;
using GreenFactory.Web.Pages;
using Microsoft.AspNetCore.Razor.Hosting;

namespace GreenFactory.Web.Tests.Pages;

/// <summary>An address that a page writes leads to a page: whoever moves one is told of every link that is left behind.</summary>
public sealed partial class WrittenAddressTests
{
    private const string Any = "*";

    [Fact]
    public void Every_address_written_in_a_page_leads_to_a_page()
    {
        var routes = Routes().ToList();
        var written = (from path in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "src", "GreenFactory.Web"), "*.cs*", SearchOption.AllDirectories)
                       where path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".cshtml", StringComparison.Ordinal)
                       where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
                       from line in File.ReadLines(path).Where(line => !line.Contains("@page", StringComparison.Ordinal) && !line.TrimStart().StartsWith("///", StringComparison.Ordinal))
                       from match in Written().Matches(line)
                       select (Path: Path.GetFileName(path), Address: match.Groups["address"].Value)).ToList();
        Assert.True(written.Count > 250 && routes.Count > 100, $"{written.Count} addresses and {routes.Count} pages were found");
        Assert.Empty(written.Where(one => !routes.Exists(route => Leads(Segments(one.Address), route))).Select(one => $"{one.Path}: {one.Address}").Distinct());
    }

    [Theory]
    [InlineData("/district/cases/@Model.Id/conclude?x=1", true)]
    [InlineData("/district/cases/{id.Value}#top", true)]
    [InlineData("/district/cases/@Model.Id/concluded", false)]
    [InlineData("/city/rankings", false)]
    public void A_link_that_is_left_behind_is_seen(string address, bool leads) => Assert.Equal(leads, Routes().Any(route => Leads(Segments(address), route)));

    private static IEnumerable<string[]> Routes() =>
        from item in new RazorCompiledItemLoader().LoadItems(typeof(DeskPage).Assembly)
        where item.Kind == "mvc.1.0.razor-page"
        let own = item.Metadata.OfType<RazorCompiledItemMetadataAttribute>().FirstOrDefault(row => row.Key == "RouteTemplate")?.Value ?? ""
        let folder = item.Identifier["/Pages".Length..^".cshtml".Length]
        let whole = own.StartsWith('/') ? own : $"{folder}/{own}"
        from route in new[] { whole, whole.Replace("/Index", "", StringComparison.OrdinalIgnoreCase) }
        select Segments(Parameter().Replace(route, Any));

    /// <summary>The parts between the slashes, what is filled in as <see cref="Any"/>, without query and anchor.</summary>
    private static string[] Segments(string address) =>
        Filled().Replace(address, Any).Split('?', '#')[0].TrimEnd('/').ToLowerInvariant().Split('/');

    private static bool Leads(string[] address, string[] route) => address.Length == route.Length && address.Zip(route).All(pair => Fits(pair.First, pair.Second) || Fits(pair.Second, pair.First));

    private static bool Fits(string pattern, string text) => Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant);

    /// <summary>The interface for programs has tests of its own; an address of two filled-in parts, such as rule set and version, is the page's affair.</summary>
    [GeneratedRegex(@"""~?(?<address>/(apply|district|departments|city|experts|admin|account|register|notices|publications|announcements|objections|verify|help|precheck)([/?#{@][^""\n]*)?)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\{(?:[^{}]|\{[^{}]*\})*\}|@\((?:[^()]|\([^()]*\))*\)|@[\w.!]+(?:\([^()]*\))?[\w.!]*")]
    private static partial Regex Filled();
}
