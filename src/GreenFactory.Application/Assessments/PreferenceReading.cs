using GreenFactory.Domain.Organisations;

namespace GreenFactory.Application.Assessments;

/// <summary>
/// Whether a case meets the preference of the notice of 2026-06-01, 二（一） (标杆水平; 先进值或 1 级; number and share of green factories
/// in a park). No shipped rule set carries confirmed benchmark parameters, so the reading says why it cannot be made instead of
/// guessing; it never changes a rank.
/// </summary>
/// <param name="Word">The word shown.</param>
/// <param name="Why">Why.</param>
public sealed record PreferenceReading(string Word, string Why)
{
    /// <summary>The reading for a kind of unit.</summary>
    public static PreferenceReading Of(OrganisationKind kind) => new(
        "无法判定",
        kind is OrganisationKind.Park
            ? "园区内绿色工厂数量和占比的统计口径待确认"
            : "重点领域标杆水平、限额先进值参数待确认");
}
