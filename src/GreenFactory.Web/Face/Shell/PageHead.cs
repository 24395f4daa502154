using GreenFactory.Web.Face.Marks;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace GreenFactory.Web.Face.Shell;

/// <summary>One step of the breadcrumbs.</summary>
/// <param name="Label">What the user reads.</param>
/// <param name="Path">Where it leads; null for the page itself.</param>
public sealed record Crumb(string Label, string? Path = null);

/// <summary>A short fact under the title.</summary>
/// <param name="Label">What it is, in grey; null for a fact that speaks for itself.</param>
/// <param name="Text">The fact.</param>
public sealed record HeadFact(string? Label, string Text)
{
    /// <summary>Provenance mark after the fact (official, transcribed, derived, example).</summary>
    public string? Provenance { get; init; }
}

/// <summary>The head of a page: its title, where it stands, and what belongs beside the title. Actions go into <c>@section HeadActions</c>.</summary>
/// <param name="Title">Heading of the page and first part of the window title.</param>
public sealed record PageHead(string Title)
{
    private const string Key = "Face.PageHead";

    /// <summary>One sentence under the title.</summary>
    public string? Lead { get; init; }

    /// <summary>Short facts under the title.</summary>
    public IReadOnlyList<HeadFact> Facts { get; init; } = [];

    /// <summary>Steps above the title; the page itself is added as the last.</summary>
    public IReadOnlyList<Crumb> Crumbs { get; init; } = [];

    /// <summary>Last step of the breadcrumbs where it differs from the title.</summary>
    public string? Here { get; init; }

    /// <summary>State of the case beside the actions.</summary>
    public (StateShape Shape, string Word)? State { get; init; }

    /// <summary>Save state beside the actions.</summary>
    public SaveState? Save { get; init; }

    /// <summary>Officers' dense pages use the whole width.</summary>
    public bool Wide { get; init; }

    /// <summary>The page writes its own heading; the layout writes breadcrumbs only.</summary>
    public bool Bare { get; init; }

    /// <summary>Wide tables print on landscape paper.</summary>
    public bool PrintWide { get; init; }

    /// <summary>Hands the head to the layout.</summary>
    public static void Set(ViewDataDictionary viewData, PageHead head)
    {
        viewData[Key] = head;
        viewData["Title"] = head.Title;
    }

    /// <summary>The head a page has set, or one made from <c>ViewData["Title"]</c>.</summary>
    public static PageHead Of(ViewDataDictionary viewData) =>
        viewData[Key] as PageHead ?? new PageHead(viewData["Title"] as string ?? string.Empty) { Bare = viewData["Title"] is null };
}
