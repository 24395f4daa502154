namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>How one kind of scoring is written in the columns of the sheet of indicators.</summary>
/// <param name="Fields">Its own fields: the column and the name in the document.</param>
/// <param name="Children">Its list of parts, one row below for each; null when it has none.</param>
internal sealed record LeafForm(IReadOnlyList<(string Column, string Name)> Fields, LeafChildren? Children)
{
    /// <summary>The form of every kind.</summary>
    public static IReadOnlyDictionary<string, LeafForm> All { get; } = new Dictionary<string, LeafForm>(StringComparer.Ordinal)
    {
        ["linear"] = new([Same("value"), Same("leading"), Same("baseline"), ("leafUnit", "unit")], null),
        ["either"] = new([], new LeafChildren("cases", [Same("label"), Same("when")], HasLeaf: true)),
        ["products"] = new(
            [("rowGroup", "group"), ("rowName", "name"), ("rowWeight", "weight"), Same("value"), Same("leading"), Same("baseline"), Same("limit"), ("leafUnit", "unit")], null),
        ["tiered"] = new([Same("value")], new LeafChildren("tiers", [Same("label"), Same("when"), Same("leading"), Same("baseline")], HasLeaf: false)),
        ["count"] = new([Same("input"), Same("leading"), Same("baseline")], null),
        ["options"] = new([Same("input")], new LeafChildren("points", [Same("option"), Same("points")], HasLeaf: false)),
        ["graded"] = new([], new LeafChildren("rubric", [Same("from"), Same("text")], HasLeaf: false)),
        ["clause"] = new([], new LeafChildren("items", [Same("input"), Same("required"), Same("points")], HasLeaf: false)),
        ["ratio"] = new([Same("value"), Same("leading"), Same("cap")], null),
        ["choose"] = new(
            [Same("take"), Same("mode")],
            new LeafChildren("children", [("child", "code"), Same("number"), Same("name"), Same("unit"), Same("type")], HasLeaf: true)),
        ["bonus"] = new([("value", "points")], null),
    };

    private static (string Column, string Name) Same(string name) => (name, name);
}

/// <summary>The parts of a kind of scoring.</summary>
/// <param name="Member">Name of their list.</param>
/// <param name="Fields">Their fields: the column and the name in the document.</param>
/// <param name="HasLeaf">Whether each has a kind of scoring of its own.</param>
internal sealed record LeafChildren(string Member, IReadOnlyList<(string Column, string Name)> Fields, bool HasLeaf);
