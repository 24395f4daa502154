using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>Short lists inside items of another sheet, one row for each of their entries: a code and a label.</summary>
/// <param name="name">Name of the sheet.</param>
/// <param name="member">Name of the list inside the item.</param>
/// <param name="owner">The column that names the item.</param>
/// <param name="ownersOf">The owners in a document: repeat group, code and item.</param>
/// <param name="ownerMember">Name of the list that holds the owners.</param>
/// <param name="hasGroup">Whether an owner may lie in a repeat group.</param>
internal sealed class SublistPart(
    string name, string member, WorkbookColumn owner, Func<RuleDocument, IEnumerable<(string Group, JsonObject Item)>> ownersOf, string ownerMember, bool hasGroup) : IWorkbookPart
{
    private static readonly WorkbookColumn Group = new("group", "多行填报项代码", ColumnType.Text, 22) { Hint = "该输入项属于多行填报项时填写" };

    private readonly WorkbookColumn[] _columns =
    [
        .. hasGroup ? [Group] : Array.Empty<WorkbookColumn>(),
        owner,
        new("code", "代码", ColumnType.Text, 24) { IsRequired = true },
        new("label", "名称", ColumnType.Text, 50) { IsRequired = true },
    ];

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(RuleDocument document) => _columns;

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(IReadOnlyList<string> codes) => _columns;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyDictionary<string, JsonNode?>> Write(RuleDocument document) =>
        from entry in ownersOf(document)
        from item in entry.Item[member] as JsonArray ?? []
        select new Dictionary<string, JsonNode?>
        {
            [Group.Code] = entry.Group,
            [owner.Code] = entry.Item["code"],
            ["code"] = item["code"],
            ["label"] = item["label"],
        };

    /// <inheritdoc/>
    public void Read(SheetSource sheet, RuleDocument document)
    {
        foreach (var row in sheet.Rows)
        {
            var group = hasGroup ? row.Text(Group.Code) : "";
            var code = row.Text(owner.Code);
            var item = new JsonObject();
            if (code.Length == 0)
            {
                continue;
            }

            if (document.Find(ownerMember, group, code) is not { } found)
            {
                row.Report(owner.Code, group.Length > 0
                    ? $"多行填报项“{group}”中没有“{code}”。请核对代码，或在相应工作表中补上。"
                    : $"没有“{code}”。请核对{owner.Title}，或在相应工作表中补上。");
                continue;
            }

            var path = RuleDocument.Append(found.Item, found.Path, member, item);
            row.Place($"{found.Path}.{member}", owner.Code);
            row.Place(path, "code");
            row.Put(item, path, "code");
            row.Put(item, path, "label");
            if (CellWriting.Plain(item["code"]) is { Length: > 0 } own && !document.Remember(path[..path.LastIndexOf('[')], "", own, item, path))
            {
                row.Report("code", $"“{code}”下的代码“{own}”出现了两次，请改成不同的代码或只保留一行。");
            }
        }
    }
}
