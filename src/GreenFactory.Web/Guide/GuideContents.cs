namespace GreenFactory.Web.Guide;

/// <summary>A part of the table of contents of the guide.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Slugs">Its pages in order.</param>
public sealed record GuidePart(string Title, IReadOnlyList<string> Slugs);

/// <summary>The order in which the guide is offered.</summary>
public static class GuideContents
{
    /// <summary>The parts.</summary>
    public static IReadOnlyList<GuidePart> Parts { get; } =
    [
        new("入门", ["tour"]),
        new("申报", ["applicant", "scoring", "faq"]),
        new("审查与评审", ["district", "departments", "city", "experts", "administrator"]),
        new("公众", ["public", "terms"]),
        new("关于平台", ["accessibility", "privacy"]),
    ];
}
