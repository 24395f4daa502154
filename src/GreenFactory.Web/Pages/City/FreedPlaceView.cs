using GreenFactory.Application.Assessments;

namespace GreenFactory.Web.Pages.City;

/// <summary>A place that became free, with the form that offers it to the next on the waiting list.</summary>
/// <param name="Place">The place.</param>
/// <param name="Year">Year of the campaign shown.</param>
/// <param name="Version">The rule-set version of the ranking shown.</param>
/// <param name="MayFill">Whether the person may decide.</param>
/// <param name="Typed">The reason as typed, where the last decision on this place was refused.</param>
public sealed record FreedPlaceView(FreedPlace Place, int? Year, Guid Version, bool MayFill, string? Typed);
