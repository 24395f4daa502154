using System.Text.Json.Serialization;

namespace GreenFactory.Application.Messages;

/// <summary>The places a message can lead to: the whole list. The web knows the page of each.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Place>))]
public enum Place
{
    /// <summary>Nothing to act on; the inbox itself.</summary>
    Inbox,

    /// <summary>A case at its applicant's desk.</summary>
    Case,

    /// <summary>The points of a return that the applicant answers.</summary>
    Corrections,

    /// <summary>The applicant's desk.</summary>
    ApplicantHome,

    /// <summary>A case at its district's desk.</summary>
    Workbench,

    /// <summary>The opinions on a case, at its district's desk.</summary>
    CaseOpinions,

    /// <summary>What a department was asked in a year.</summary>
    Questions,

    /// <summary>The cases of a year that wait for the compliance check.</summary>
    Compliance,

    /// <summary>Experts and cases of a year.</summary>
    Panels,

    /// <summary>Notices and objections of a year.</summary>
    Notices,

    /// <summary>The units of the list that have to benchmark in a year, at their district's desk.</summary>
    DistrictList,

    /// <summary>The last 5 % of a year, at a district's desk.</summary>
    DistrictBottom,

    /// <summary>A proposed removal, at the desk of its unit.</summary>
    Removal,

    /// <summary>A proposed removal, at the desk of its district.</summary>
    DistrictRemoval,

    /// <summary>A proposed removal, at the city's desk.</summary>
    CityRemoval,

    /// <summary>The claims of the person.</summary>
    Claim,

    /// <summary>Password and sessions of the person.</summary>
    Security,

    /// <summary>Where the person sets up a second factor.</summary>
    SecondFactor,

    /// <summary>The desks of the person.</summary>
    Desks,

    /// <summary>An account, at the administrators' desk.</summary>
    Account,

    /// <summary>The outcome of a dry run.</summary>
    DryRun,

    /// <summary>A list on public notice.</summary>
    PublicNotice,

    /// <summary>A published list.</summary>
    Publication,

    /// <summary>The check of a certificate.</summary>
    Certificate,

    /// <summary>A version of a rule set, in public.</summary>
    RuleSet,
}
