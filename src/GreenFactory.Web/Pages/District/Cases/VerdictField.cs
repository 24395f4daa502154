using GreenFactory.Application.Reviews;

namespace GreenFactory.Web.Pages.District.Cases;

/// <summary>A question in the verdict form. Partial <c>_VerdictField</c>.</summary>
/// <param name="Index">Its place in the form.</param>
/// <param name="Answer">The question with the declared answer.</param>
/// <param name="Typed">What stands in it now: verified, or as the officer typed.</param>
/// <param name="Options">What can be chosen; empty where something is typed.</param>
public sealed record VerdictField(int Index, PlacedAnswer Answer, IReadOnlyList<string> Typed, IReadOnlyList<(string Code, string Label)> Options)
{
    /// <summary>Name of its values.</summary>
    public string Name => $"Values[{Index}].Value";

    /// <summary>Its HTML id, to which the summary of errors leads.</summary>
    public string Id => $"Values_{Index}__Value";
}
