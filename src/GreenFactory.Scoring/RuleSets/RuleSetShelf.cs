using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.RuleSets;

/// <summary>
/// Reads rule-set documents of both forms, full sets and overlays, always into full sets. <paramref name="documentOf"/> gives the text of a parent by its id,
/// or nothing if there is none; each parent is read once.
/// </summary>
public sealed class RuleSetShelf(Func<string, string?> documentOf)
{
    private readonly Dictionary<string, Parent?> _parents = new(StringComparer.Ordinal);

    /// <summary>Reads a document. Problems of an overlay name the place in the overlay.</summary>
    public RuleSetReading Read(string json)
    {
        var problems = new List<Problem>();
        var document = LocatedJson.Parse(json, problems);
        if (!RuleSetOverlayReader.IsOverlay(document))
            return RuleSetReader.Read(document, problems);
        var reading = RuleSetOverlayReader.Read(document, problems);
        if (reading.Overlay is not { } overlay || problems.Count > 0)
            return new RuleSetReading(null, reading.Problems);

        var located = new RuleSetReading(null, problems) { Lines = document!.Lines() };
        if (ParentOf(overlay.Extends.Id) is not { } parent)
        {
            return located with
            {
                Problems = [located.Locate(new Problem("overlay.parent", "$.extends.id", $"没有可作为基础的规则集“{overlay.Extends.Id}”，或者它本身有误。"))],
            };
        }

        var flat = RuleSetOverlay.Flatten(parent.Set, parent.Hash, overlay);
        return flat with { Problems = [.. flat.Problems.Select(located.Locate)] };
    }

    private Parent? ParentOf(string id)
    {
        if (_parents.TryGetValue(id, out var parent))
            return parent;
        _parents[id] = null;
        if (documentOf(id) is { } text && Read(text) is { IsValid: true, RuleSet: { } set } && set.Id == id)
            _parents[id] = new Parent(set, RuleSetWriter.ContentHash(set));
        return _parents[id];
    }

    private sealed record Parent(RuleSet Set, string Hash);
}
