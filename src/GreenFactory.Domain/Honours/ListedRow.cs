using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Domain.Honours;

/// <summary>A row of a signed list, with the one text that is hashed.</summary>
/// <param name="Position">Place in the list, from 1.</param>
/// <param name="CaseNumber">Number of the case.</param>
/// <param name="Name">Name of the unit.</param>
/// <param name="CreditCode">Its credit code.</param>
/// <param name="District">Name of its district.</param>
/// <param name="Kind">Factory or park.</param>
/// <param name="Points">Final score in points of its rule set.</param>
/// <param name="RuleSet">Rule set and version.</param>
/// <param name="CertificateNumber">Number of the certificate; empty in a notice.</param>
public sealed record ListedRow(
    int Position, string CaseNumber, string Name, CreditCode CreditCode, string District, OrganisationKind Kind, decimal Points, string RuleSet, string CertificateNumber = "")
{
    /// <summary>Site or group of the organisation that the row is about; empty, and not written, for the organisation as a whole.</summary>
    public string Site { get; init; } = "";

    /// <summary>The levels that its products were held to; empty, and not written, in a notice and where no product is held to any.</summary>
    public IReadOnlyList<ListedLevel> Levels { get; init; } = [];

    /// <summary>Whether another row is about the same unit.</summary>
    public bool IsSameUnit(ListedRow other) => CreditCode == other.CreditCode && Site == other.Site;

    /// <summary>Canonical JSON of the row: keys sorted, numbers as text.</summary>
    public string Canonical() => CanonicalJson.Canonicalise(Json().ToJsonString());

    /// <summary>The row as JSON.</summary>
    public JsonObject Json()
    {
        var row = new JsonObject
        {
            ["position"] = Position.ToString(CultureInfo.InvariantCulture),
            ["caseNumber"] = CaseNumber,
            ["name"] = Name,
            ["creditCode"] = CreditCode.Value,
            ["district"] = District,
            ["kind"] = Kind.ToString(),
            ["points"] = Points.ToString("0.00##########", CultureInfo.InvariantCulture),
            ["ruleSet"] = RuleSet,
            ["certificateNumber"] = CertificateNumber,
        };
        if (Site.Length > 0)
        {
            row["site"] = Site;
        }

        if (Levels.Count > 0)
        {
            row["levels"] = new JsonArray([.. Levels.Select(level => level.Json())]);
        }

        return row;
    }

    /// <summary>Reads a row of a signed document; null when a field is missing or is no such thing.</summary>
    public static ListedRow? Read(JsonNode? node)
    {
        if (node is not JsonObject row)
        {
            return null;
        }

        string? Text(string name) => row[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        return int.TryParse(Text("position"), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && decimal.TryParse(Text("points"), NumberStyles.Number, CultureInfo.InvariantCulture, out var points)
            && Enum.TryParse<OrganisationKind>(Text("kind"), out var kind)
            && Text("name") is { } name && Text("creditCode") is { } code && Text("caseNumber") is { } caseNumber
            && Text("district") is { } district && Text("ruleSet") is { } ruleSet && Text("certificateNumber") is { } certificate
            ? new ListedRow(position, caseNumber, name, CreditCode.FromStored(code), district, kind, points, ruleSet, certificate)
            {
                Site = Text("site") ?? "",
                Levels = row["levels"] is JsonArray levels ? [.. levels.Select(ListedLevel.Read).OfType<ListedLevel>()] : [],
            }
            : null;
    }

    /// <summary>Two rows are the same when they say the same.</summary>
    public bool Equals(ListedRow? other) => other is not null
        && Position == other.Position && CaseNumber == other.CaseNumber && Name == other.Name && IsSameUnit(other) && District == other.District && Kind == other.Kind
        && Points == other.Points && RuleSet == other.RuleSet && CertificateNumber == other.CertificateNumber && Levels.SequenceEqual(other.Levels);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Position, CreditCode, Site, CertificateNumber);
}
