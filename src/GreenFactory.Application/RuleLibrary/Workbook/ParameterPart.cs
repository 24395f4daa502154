using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>The rows of all parameter tables. In an overlay, a row marked 增加 goes into a table of the parent.</summary>
internal sealed class ParameterPart : IWorkbookPart
{
    private const string Tables = "parameters";

    private static readonly string[] Fields = ["key", "label", "unit", "from", "to", "source", "clause", "provenance", "confirmation", "note", "correction"];

    /// <inheritdoc/>
    public string Name => "参数";

    /// <summary>Every table with its columns.</summary>
    public static IEnumerable<(string Group, JsonObject Item)> AllTables(RuleDocument document) => document.Items(Tables).Select(entry => ("", entry.Item));

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(RuleDocument document)
    {
        var declared = from entry in document.Items(Tables)
                       from column in entry.Item["columns"] as JsonArray ?? []
                       select (Code: CellWriting.Plain(column["code"]), Label: CellWriting.Plain(column["label"]));
        var used = from row in Rows(document)
                   from value in row.Item["values"] as JsonObject ?? []
                   select (Code: value.Key, Label: value.Key);
        return ParameterColumns.All(declared.Concat(used).GroupBy(column => column.Code).Select(same => (same.Key, string.Join('/', same.Select(column => column.Label).Where((label, index) => index == 0 || label != same.Key).Distinct()))));
    }

    /// <inheritdoc/>
    public IReadOnlyList<WorkbookColumn> ColumnsFor(IReadOnlyList<string> codes) => ParameterColumns.All(
        codes.Skip(ParameterColumns.Before.Count).TakeWhile(code => code.StartsWith(ParameterColumns.Prefix, StringComparison.Ordinal)).Distinct()
            .Select(code => code[ParameterColumns.Prefix.Length..]).Select(code => (code, code)));

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyDictionary<string, JsonNode?>> Write(RuleDocument document)
    {
        foreach (var (operation, table, item) in Rows(document))
        {
            var row = Fields.ToDictionary(field => field, field => item[field]);
            row[RowOperation.Column.Code] = operation;
            row["table"] = table;
            row["confirmation"] ??= "confirmed";
            var values = item["values"] as JsonObject ?? [];
            foreach (var (column, value) in values)
            {
                row[ParameterColumns.Prefix + column] = value?.DeepClone() ?? WorkbookWords.NoLevel;
            }

            foreach (var column in Declared(document.Items(Tables).FirstOrDefault(entry => operation is null && CellWriting.Plain(entry.Item["code"]) == table).Item).Where(column => !values.ContainsKey(column)))
            {
                row[ParameterColumns.Prefix + column] = WorkbookWords.NotListed;
            }

            yield return row;
        }
    }

    /// <inheritdoc/>
    public void Read(SheetSource sheet, RuleDocument document)
    {
        foreach (var row in sheet.Rows)
        {
            var operation = row.Text(RowOperation.Column.Code);
            var table = row.Text("table");
            var item = new JsonObject();
            if (table.Length == 0 || OwnerOf(row, document, operation, table) is not { } owner)
            {
                continue;
            }

            var path = RuleDocument.Append(owner.Item, owner.Path, operation.Length > 0 ? "add" : "rows", item);
            row.Place(path, "key");
            foreach (var field in Fields)
            {
                row.Put(item, path, field);
            }

            if (CellWriting.Plain(item["confirmation"]) == "confirmed")
            {
                item.Remove("confirmation");
            }

            ReadValues(sheet, row, item, path, operation.Length > 0 ? null : [.. Declared(owner.Item)]);
        }
    }

    private static void ReadValues(SheetSource sheet, SheetRow row, JsonObject item, string path, HashSet<string>? declared)
    {
        var values = new JsonObject();
        foreach (var column in sheet.Columns.Where(column => column.Code.StartsWith(ParameterColumns.Prefix, StringComparison.Ordinal)))
        {
            var code = column.Code[ParameterColumns.Prefix.Length..];
            row.Place($"{path}.values.{code}", column.Code);
            row.Place($"{path}.values", column.Code);
            if (declared?.Contains(code) is false)
            {
                if (!row.IsBlank(column.Code))
                {
                    row.Report(column.Code, $"这个参数表没有“{code}”这一列，请清空该单元格；确实需要时先在“参数列”工作表中增加。");
                }

                continue;
            }

            if (declared is not null && row.IsBlank(column.Code))
            {
                row.Report(column.Code, $"请填写“{code}”的数值；标准没有这一级时填“{WorkbookWords.NoLevel}”，不是 0。");
                continue;
            }

            if (row.Take(column.Code) is { } value && CellWriting.Plain(value) != WorkbookWords.NotListed)
            {
                values[code] = CellWriting.Plain(value) == WorkbookWords.NoLevel ? null : value;
            }
        }

        item["values"] = values;
    }

    private static RuleDocument.Entry? OwnerOf(SheetRow row, RuleDocument document, string operation, string table)
    {
        if (operation.Length > 0)
        {
            if (!document.IsOverlay || operation != "add")
            {
                row.Report(RowOperation.Column.Code, document.IsOverlay
                    ? "参数行只能“增加”；要替换一行，请在“改动”工作表中删除原来的键，再在这里增加。"
                    : "完整规则集不填“操作”，请清空；要删除就删除整行。");
                return null;
            }

            var (patch, path) = ChangesPart.PatchOf(document, table);
            return new RuleDocument.Entry(patch, path);
        }

        if (document.Find(Tables, "", table) is { } found)
        {
            return found;
        }

        row.Report("table", document.IsOverlay
            ? $"“参数表”工作表里没有“{table}”。向基础规则集的参数表增加行时，“操作”列请填“增加”。"
            : $"“参数表”工作表里没有“{table}”。请核对代码，或先补上参数表。");
        return null;
    }

    private static IEnumerable<(string? Operation, string Table, JsonObject Item)> Rows(RuleDocument document)
    {
        foreach (var (_, table) in document.Items(Tables))
        {
            foreach (var row in table["rows"] as JsonArray ?? [])
            {
                yield return (null, CellWriting.Plain(table["code"]), row!.AsObject());
            }
        }

        foreach (var patch in document.IsOverlay ? document.Root["rows"] as JsonArray ?? [] : [])
        {
            foreach (var row in patch!["add"] as JsonArray ?? [])
            {
                yield return ("add", CellWriting.Plain(patch["table"]), row!.AsObject());
            }
        }
    }

    private static IEnumerable<string> Declared(JsonObject? table) => (table?["columns"] as JsonArray ?? []).Select(column => CellWriting.Plain(column!["code"]));
}
