using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace GreenFactory.Web.Tests.Pages;

/// <summary>Looks for words on a page that only programs understand.</summary>
internal static partial class PageWords
{
    /// <summary>What is shown as code on purpose: hashes, addresses, the source of a formula in its own fold.</summary>
    private const string MeantForMachines = "code, pre, script, style, template, textarea, svg";

    /// <summary>Codes of questions and options, names of functions and truth values in the text that a person reads.</summary>
    public static IReadOnlyList<string> CodesOn(IDocument page) =>
    [
        .. page.QuerySelectorAll("main").SelectMany(main => main.Descendants<IText>())
            .Where(text => text.ParentElement?.Closest(MeantForMachines) is null)
            .SelectMany(text => Code().Matches(text.Data).Select(match => match.Value))
            .Distinct(),
    ];

    [GeneratedRegex(@"(?<![\w.@/-])(?:[a-z][a-z0-9]*(?:_[a-z0-9]+)+|orelse|lookup|oneof|provided|true|false|null)(?![\w.@/-])")]
    private static partial Regex Code();
}
