using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Organisations;

/// <summary>The organisation that is claimed, as its licence says.</summary>
/// <param name="District">The district that decides.</param>
/// <param name="Kind">Enterprise or park.</param>
/// <param name="Code">统一社会信用代码, with the check that fails on it.</param>
/// <param name="Name">Name of the organisation.</param>
/// <param name="Site">Site or group that is claimed; empty for the organisation as a whole.</param>
/// <param name="Address">Address of the site.</param>
public sealed record ClaimedUnit(DistrictId District, OrganisationKind Kind, CheckedCreditCode Code, string Name, string Site, string Address);
