using System.Globalization;
using System.Text.Json.Nodes;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>Ways of scoring as rows: a row for the whole and, below it, numbered rows for its parts.</summary>
internal sealed class LeafRows
{
    private readonly Dictionary<(string Code, string Node), Place> _places = [];

    /// <summary>The rows of a way of scoring, the first of which is given.</summary>
    /// <param name="row">The row that says to what it belongs.</param>
    /// <param name="leaf">The way of scoring.</param>
    /// <param name="code">Code of the indicator.</param>
    /// <param name="node">Number of the row among those of the indicator; empty for its own.</param>
    public static IEnumerable<Dictionary<string, JsonNode?>> Write(Dictionary<string, JsonNode?> row, JsonObject leaf, JsonNode? code, string node)
    {
        var form = LeafForm.All[CellWriting.Plain(leaf["kind"])];
        row["kind"] = leaf["kind"];
        foreach (var (column, name) in form.Fields)
        {
            row[column] = leaf[name];
        }

        yield return row;
        if (form.Children is not { } parts)
        {
            yield break;
        }

        foreach (var (index, part) in (leaf[parts.Member] as JsonArray ?? []).Index())
        {
            var below = string.Create(CultureInfo.InvariantCulture, $"{node}{(node.Length > 0 ? "." : "")}{index + 1}");
            var line = new Dictionary<string, JsonNode?> { ["code"] = code, ["node"] = below };
            foreach (var (column, name) in parts.Fields)
            {
                line[column] = part![name] ?? (column == "required" ? false : null);
            }

            foreach (var next in parts.HasLeaf ? Write(line, part!["leaf"]!.AsObject(), code, below) : [line])
            {
                yield return next;
            }
        }
    }

    /// <summary>Reads an indicator's own way of scoring; false when the indicator was there before.</summary>
    public bool Begin(SheetRow row, string code, JsonObject item, string path)
    {
        if (_places.ContainsKey((code, "")))
        {
            return false;
        }

        ReadLeaf(row, (code, ""), item, path);
        row.Finish("按所选的评分方式，这一行");
        return true;
    }

    /// <summary>Reads a row below an indicator.</summary>
    public void Read(SheetRow row, string code, string node)
    {
        var dot = node.LastIndexOf('.');
        var above = dot < 0 ? "" : node[..dot];
        if (!_places.TryGetValue((code, above), out var place))
        {
            row.Report("node", above.Length == 0 ? $"这一行的上面没有指标“{code}”。下级行应排在指标之后。" : $"上面没有“{code}”的第 {above} 行。请补上，或改正层次。");
            return;
        }

        if (place.Leaf is not { } leaf)
        {
            return;
        }

        if (place.Children is not { } parts)
        {
            row.Report("node", "上一级的评分方式没有下级行。请删除这一行，或改正层次、上一级的评分方式。");
            return;
        }

        var expected = ((leaf[parts.Member] as JsonArray)?.Count ?? 0) + 1;
        var own = dot < 0 ? node : node[(dot + 1)..];
        if (own != expected.ToString(CultureInfo.InvariantCulture))
        {
            row.Report("node", $"层次应为 {above}{(above.Length > 0 ? "." : "")}{expected}：下级行从 1 起依次编号，不重复、不跳号。");
            return;
        }

        var item = new JsonObject();
        var path = RuleDocument.Append(leaf, place.Path, parts.Member, item);
        row.Place(path, "node");
        foreach (var (column, name) in parts.Fields)
        {
            row.Put(item, path, column, name);
        }

        if (parts.HasLeaf)
        {
            ReadLeaf(row, (code, node), item, path);
        }
        else
        {
            _places[(code, node)] = new Place([], path, null);
        }

        row.Finish("这一行");
    }

    private void ReadLeaf(SheetRow row, (string Code, string Node) key, JsonObject owner, string ownerPath)
    {
        var path = $"{ownerPath}.leaf";
        row.Place(path, "kind");
        if (row.IsBlank("kind"))
        {
            row.Report("kind", $"请填写“评分方式”：{string.Join("、", WorkbookWords.LeafKinds.Keys)}。");
        }

        if (row.Text("kind") is not { Length: > 0 } kind)
        {
            _places[key] = new Place(null, path, null);
            return;
        }

        var form = LeafForm.All[kind];
        var leaf = new JsonObject { ["kind"] = kind };
        owner["leaf"] = leaf;
        foreach (var (column, name) in form.Fields)
        {
            row.Put(leaf, path, column, name);
        }

        _places[key] = new Place(leaf, path, form.Children);
    }

    private sealed record Place(JsonObject? Leaf, string Path, LeafChildren? Children);
}
