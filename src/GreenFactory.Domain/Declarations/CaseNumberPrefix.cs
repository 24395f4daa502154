using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Organisations;

namespace GreenFactory.Domain.Declarations;

/// <summary>The part of a case number before its running number.</summary>
public static class CaseNumberPrefix
{
    /// <summary>
    /// F for a factory or P for a park, the campaign's year, and the last four digits of the district's GB/T 2260 code; a district without
    /// a code takes X and its position in the reference table.
    /// </summary>
    public static string Of(Campaign campaign, OrganisationKind kind, District district)
    {
        var letter = kind is OrganisationKind.Factory ? 'F' : 'P';
        var place = district.Code is { Length: >= 4 } code ? code[^4..] : string.Create(null, $"X{district.Position:000}");
        return string.Create(null, $"{letter}{campaign.Year}-{place}");
    }
}
