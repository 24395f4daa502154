using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Honours;

/// <summary>A publication that holds.</summary>
public sealed record HeldList(PublicationId Id, SignedDocument Document)
{
    /// <summary>Level of the units it lists.</summary>
    public HonourLevel Level => Enum.TryParse<HonourLevel>(Document.Heading.More.GetValueOrDefault("level", ""), out var level) ? level : HonourLevel.Municipal;

    /// <summary>Its 文号.</summary>
    public string DocumentNumber => Document.Heading.More.GetValueOrDefault("documentNumber", "");
}

/// <summary>What the signed lists say of one unit, the newest first.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Removals">Its removals, with the ground.</param>
/// <param name="Restorations">Removals that were taken back, with the reason.</param>
public sealed record SignedStanding(
    IReadOnlyList<(HeldList List, ListedRow Row)> Rows, IReadOnlyList<(HeldList List, string Ground)> Removals, IReadOnlyList<(HeldList List, string Ground)> Restorations)
{
    /// <summary>Its newest row.</summary>
    public ListedRow Row => Rows[0].Row;

    /// <summary>Whether it was removed after or with the list that names it last, and not restored since.</summary>
    public bool IsRemoved => Removals.Count > 0 && Removals[0].List.Document.Heading.SignedAt >= Rows[0].List.Document.Heading.SignedAt
        && !Restorations.Any(restoration => restoration.List.Document.Heading.SignedAt > Removals[0].List.Document.Heading.SignedAt);

    /// <summary>Every name under which it was signed.</summary>
    public IEnumerable<string> Names => Rows.Select(line => line.Row.Name);

    /// <summary>The year of the first signed list that names it.</summary>
    public int FirstYear => Rows.Min(line => line.List.Document.Heading.Year);
}

/// <summary>The units of all publications of a municipality that hold, as they were signed.</summary>
public sealed class SignedRegister
{
    private readonly Dictionary<(string Code, string Site), SignedStanding> units = [];
    private readonly Dictionary<string, SignedStanding> certificates = [];
    private readonly ILookup<(string Code, string Site), (HeldList List, string Ground)> removals;
    private readonly ILookup<(string Code, string Site), (HeldList List, string Ground)> restorations;

    /// <summary>Makes the index.</summary>
    /// <param name="version">What it was made from: hashes and signatures.</param>
    /// <param name="lists">Lists that hold.</param>
    public SignedRegister(string version, IEnumerable<HeldList> lists)
    {
        Version = version;
        Lists = [.. lists.OrderByDescending(list => list.Document.Heading.SignedAt)];
        removals = DifferencesWhere(difference => difference.RemovesListedUnit);
        restorations = DifferencesWhere(difference => difference.RestoresUnit);
        foreach (var unit in Lists.SelectMany(list => list.Document.Rows.Select(row => (List: list, Row: row))).GroupBy(line => (line.Row.CreditCode.Value, line.Row.Site)))
        {
            var standing = new SignedStanding([.. unit], [.. removals[unit.Key]], [.. restorations[unit.Key]]);
            units[unit.Key] = standing;
            foreach (var (_, row) in unit)
            {
                certificates[row.CertificateNumber] = standing;
            }
        }
    }

    /// <summary>The lists, the newest first.</summary>
    public IReadOnlyList<HeldList> Lists { get; }

    /// <summary>How many units were ever listed.</summary>
    public int Units => units.Count;

    /// <summary>Hashes and signatures that it was made from.</summary>
    internal string Version { get; }

    /// <summary>What was signed of a unit, found by code and site or, where these were altered, by its certificate; null for nothing.</summary>
    public SignedStanding? Find(string creditCode, string site, string certificateNumber) =>
        units.GetValueOrDefault((creditCode, site)) ?? certificates.GetValueOrDefault(certificateNumber);

    /// <summary>Whether a signed list removes a unit: also one that no signed list names, because it was listed before.</summary>
    public bool Removes(string creditCode, string site) => Removal(creditCode, site) is not null;

    /// <summary>The signed removal of a unit that was not taken back; null for none.</summary>
    public (HeldList List, string Ground)? Removal(string creditCode, string site)
    {
        var (last, restored) = (removals[(creditCode, site)].FirstOrDefault(), restorations[(creditCode, site)].FirstOrDefault());
        return last.List is null || (restored.List is not null && restored.List.Document.Heading.SignedAt > last.List.Document.Heading.SignedAt) ? null : last;
    }

    /// <summary>Whether a unit admitted to a level in a year should stand in a signed list; an announcement that admits nobody is none.</summary>
    public bool Covers(HonourLevel level, int admittedYear) =>
        level is HonourLevel.Municipal && Lists.Any(list => list.Document.Rows.Count > 0 && list.Document.Heading.Year <= admittedYear);

    private ILookup<(string Code, string Site), (HeldList List, string Ground)> DifferencesWhere(Func<ListedDifference, bool> wanted) =>
        Lists.SelectMany(list => list.Document.Differences.Where(wanted).Select(difference => (List: list, difference)))
            .ToLookup(line => (line.difference.CreditCode, line.difference.Site), line => (line.List, line.difference.Explanation));
}
