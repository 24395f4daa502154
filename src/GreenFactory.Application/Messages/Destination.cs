using System.Globalization;
using System.Text.Json.Serialization;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Messages;

/// <summary>Where a message leads, as a place and what is meant there: never an address, so that it leads there still when the page has moved.</summary>
/// <param name="Place">The place.</param>
/// <param name="Key">Key of the case, the year of a list, or whatever the place needs; empty where it needs nothing.</param>
/// <param name="Part">What is meant more closely, such as the version of a rule set.</param>
public sealed record Destination(Place Place, string Key = "", string Part = "")
{
    private const char Separator = '|';
    private static readonly Place[] ListsOfAYear = [Place.Questions, Place.Compliance, Place.Panels, Place.Notices];

    /// <summary>Nothing to act on.</summary>
    public static Destination Inbox { get; } = new(Place.Inbox);

    /// <summary>The applicant's desk.</summary>
    public static Destination ApplicantHome { get; } = new(Place.ApplicantHome);

    /// <summary>What departments were asked in the year of the case the message is about.</summary>
    public static Destination Questions { get; } = new(Place.Questions);

    /// <summary>The compliance checks of the year of the case.</summary>
    public static Destination Compliance { get; } = new(Place.Compliance);

    /// <summary>The panels of the year of the case.</summary>
    public static Destination Panels { get; } = new(Place.Panels);

    /// <summary>Notices and objections of the year of the case.</summary>
    public static Destination Notices { get; } = new(Place.Notices);

    /// <summary>The claims of the person.</summary>
    public static Destination Claim { get; } = new(Place.Claim);

    /// <summary>Password and sessions of the person.</summary>
    public static Destination Security { get; } = new(Place.Security);

    /// <summary>Where the person sets up a second factor.</summary>
    public static Destination SecondFactor { get; } = new(Place.SecondFactor);

    /// <summary>The desks of the person.</summary>
    public static Destination Desks { get; } = new(Place.Desks);

    /// <summary>Whether there is something to act on.</summary>
    [JsonIgnore]
    public bool Leads => Place is not Place.Inbox;

    /// <summary>A case at its applicant's desk.</summary>
    public static Destination Case(DeclarationId id) => new(Place.Case, Text(id.Value));

    /// <summary>The points of a return.</summary>
    public static Destination Corrections(DeclarationId id) => new(Place.Corrections, Text(id.Value));

    /// <summary>A case at its district's desk.</summary>
    public static Destination Workbench(DeclarationId id) => new(Place.Workbench, Text(id.Value));

    /// <summary>The opinions on a case.</summary>
    public static Destination CaseOpinions(DeclarationId id) => new(Place.CaseOpinions, Text(id.Value));

    /// <summary>An account at the administrators' desk.</summary>
    public static Destination Account(Guid user) => new(Place.Account, Text(user));

    /// <summary>The outcome of a dry run.</summary>
    public static Destination DryRun(Guid run) => new(Place.DryRun, Text(run));

    /// <summary>A proposed removal, at the desk of its unit.</summary>
    public static Destination Removal(Guid proposal) => new(Place.Removal, Text(proposal));

    /// <summary>A proposed removal, at the desk of its district.</summary>
    public static Destination DistrictRemoval(Guid proposal) => new(Place.DistrictRemoval, Text(proposal));

    /// <summary>A proposed removal, at the city's desk.</summary>
    public static Destination CityRemoval(Guid proposal) => new(Place.CityRemoval, Text(proposal));

    /// <summary>A list on public notice.</summary>
    public static Destination PublicNotice(Guid notice) => new(Place.PublicNotice, Text(notice));

    /// <summary>A published list.</summary>
    public static Destination Publication(Guid publication) => new(Place.Publication, Text(publication));

    /// <summary>The check of a certificate.</summary>
    public static Destination Certificate(string number) => new(Place.Certificate, number);

    /// <summary>A version of a rule set.</summary>
    public static Destination RuleSet(string id, string version) => new(Place.RuleSet, id, version);

    /// <summary>The same place in a year, where it is a list of a year and none is said.</summary>
    public Destination In(int year) => Key.Length == 0 && ListsOfAYear.Contains(Place) ? this with { Key = year.ToString(CultureInfo.InvariantCulture) } : this;

    /// <summary>Reads what <see cref="ToString"/> wrote; the inbox for a place that is no more.</summary>
    public static Destination Parse(string text) =>
        text.Split(Separator) is [var place, var key, var part] && Enum.TryParse<Place>(place, out var known) && Enum.IsDefined(known) ? new Destination(known, key, part) : Inbox;

    /// <summary>As it is kept with a message.</summary>
    public override string ToString() => string.Join(Separator, Place, Key, Part);

    private static string Text(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);
}
