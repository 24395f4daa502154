using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>What an overlay takes away from its parent, and which rows of the parent's parameter tables it keeps.</summary>
internal sealed class ChangesPart : IWorkbookPart
{
    private const string Rows = "rows";

    private static readonly WorkbookColumn[] Columns =
    [
        new("section", "部分", ColumnType.Word) { Words = WorkbookWords.Sections, IsRequired = true },
        new("op", "操作", ColumnType.Word, 10) { Words = WorkbookWords.Changes, IsRequired = true, Hint = "参数行可以保留、删除、增加；其他部分在这里只写删除" },
        new("table", "参数表代码", ColumnType.Text, 24) { Hint = "只有参数行用这一列" },
        new("code", "代码", ColumnType.Text, 80) { Hint = "要删除的代码；参数行写键" },
    ];

    /// <inheritdoc/>
    public string Name => "改动";

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(RuleDocument document) => Columns;

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(IReadOnlyList<string> codes) => Columns;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyDictionary<string, JsonNode?>> Write(RuleDocument document)
    {
        foreach (var section in WorkbookWords.Sections.Values)
        {
            foreach (var code in (document.Root[section] as JsonObject)?["remove"] as JsonArray ?? [])
            {
                yield return Row(section, "remove", null, code);
            }
        }

        foreach (var patch in (document.Root[Rows] as JsonArray ?? []).Select(item => item!.AsObject()))
        {
            var keys = ((string[])["keep", "remove"]).SelectMany(operation => (patch[operation] as JsonArray ?? []).Select(key => (operation, key))).ToList();
            foreach (var (operation, key) in keys)
            {
                yield return Row(Rows, operation, patch["table"], key);
            }

            if (keys.Count == 0)
            {
                yield return Row(Rows, "add", patch["table"], null);
            }
        }
    }

    /// <inheritdoc/>
    public void Read(SheetSource sheet, RuleDocument document)
    {
        foreach (var row in sheet.Rows)
        {
            var (section, operation) = (row.Text("section"), row.Text("op"));
            if (!document.IsOverlay)
            {
                row.Report("section", "完整规则集没有改动，只有派生规则集才有。请删除这一行，直接在各工作表中修改。");
                continue;
            }

            if (section.Length == 0 || operation.Length == 0)
            {
                continue;
            }

            if (section == Rows)
            {
                ReadRow(row, document, operation);
            }
            else if (operation != "remove")
            {
                row.Report("op", "除参数行外，这里只写“删除”。增加和替换请写在该部分的工作表中，“操作”列填“增加”或“替换”。");
            }
            else if (Named(row, "code") is { } code)
            {
                var path = RuleDocument.Append(document.Part(section), $"$.{section}", operation, code);
                row.Place(path, "code");
                row.Finish("这一行");
            }
        }
    }

    /// <summary>The changes to the rows of a parent's table, made on first mention.</summary>
    public static (JsonObject Patch, string Path) PatchOf(RuleDocument document, string table)
    {
        if (document.Find(Rows, "", table) is { } known)
        {
            return (known.Item, known.Path);
        }

        var patch = new JsonObject { ["table"] = table };
        var path = RuleDocument.Append(document.Root, "$", Rows, patch);
        document.Remember(Rows, "", table, patch, path);
        return (patch, path);
    }

    private static void ReadRow(SheetRow row, RuleDocument document, string operation)
    {
        if (Named(row, "table") is not { } table)
        {
            return;
        }

        var (patch, path) = PatchOf(document, table);
        row.Place(path, "table");
        if (operation == "add")
        {
            row.Finish("增加参数行时，行的内容写在“参数”工作表；这一行");
        }
        else if (Named(row, "code") is { } key)
        {
            row.Place(RuleDocument.Append(patch, path, operation, key), "code");
        }
    }

    private static string? Named(SheetRow row, string code)
    {
        if (row.IsBlank(code))
        {
            row.Report(code, code == "table" ? "请填写参数表代码。" : "请填写代码。");
        }

        return row.Text(code) is { Length: > 0 } text ? text : null;
    }

    private static Dictionary<string, JsonNode?> Row(string section, string operation, JsonNode? table, JsonNode? code) => new()
    {
        ["section"] = section,
        ["op"] = operation,
        ["table"] = table?.DeepClone(),
        ["code"] = code?.DeepClone(),
    };
}
