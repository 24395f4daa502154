using GreenFactory.Application.Reviews;

namespace GreenFactory.Web.Pages.District;

/// <summary>One order of recommendations. Partial <c>_RecommendationOrder</c>.</summary>
/// <param name="Caption">推荐工厂次序</param>
/// <param name="Year">Year of the campaign.</param>
/// <param name="Rows">The cases at their places.</param>
/// <param name="Page">What was typed, where a move was refused.</param>
public sealed record OrderTable(string Caption, int Year, IReadOnlyList<PlacedCase> Rows, RecommendationsModel Page);
