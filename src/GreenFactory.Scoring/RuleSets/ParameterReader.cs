using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.RuleSets;

internal static class ParameterReader
{
    public static ParameterTable? Read(LocatedJson node, List<Problem> problems)
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var table = new ParameterTable
        {
            Code = reader.Text("code"),
            Label = reader.Text("label"),
            Unit = reader.OptionalText("unit") ?? "",
            Columns = reader.List("columns", column => ReadColumn(column, problems)),
            Corrections = reader.List("corrections", correction => ReadCorrection(correction, problems)),
            Rows = reader.List("rows", row => ReadRow(row, problems)),
        };
        reader.Finish();
        return table;
    }

    private static ParameterColumn? ReadColumn(LocatedJson node, List<Problem> problems)
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var column = new ParameterColumn(reader.Text("code"), reader.Text("label"));
        reader.Finish();
        return column;
    }

    public static ParameterRow? ReadRow(LocatedJson node, List<Problem> problems)
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var row = new ParameterRow
        {
            Key = reader.Text("key"),
            Label = reader.Text("label"),
            Unit = reader.OptionalText("unit") ?? "",
            From = reader.OptionalDate("from"),
            To = reader.OptionalDate("to"),
            Values = ReadValues(ObjectReader.From(reader.Node("values"), problems)),
            Source = reader.OptionalText("source") ?? "",
            Clause = reader.OptionalText("clause") ?? "",
            Provenance = reader.Choice("provenance", Words.Provenances),
            Confirmation = reader.Has("confirmation") ? reader.Choice("confirmation", Words.Confirmations) : Confirmation.Confirmed,
            Note = reader.OptionalText("note") ?? "",
            Correction = reader.OptionalText("correction"),
        };
        reader.Finish();
        return row;
    }

    private static LevelCorrection? ReadCorrection(LocatedJson node, List<Problem> problems)
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var correction = new LevelCorrection
        {
            Code = reader.Text("code"),
            Label = reader.Text("label"),
            Levels = ReadLevels(reader.Has("levels") ? ObjectReader.From(reader.Node("levels"), problems) : null),
            Unknown = reader.OptionalText("unknown") ?? "",
            Clause = reader.OptionalText("clause") ?? "",
            Source = reader.OptionalText("source") ?? "",
            Note = reader.OptionalText("note") ?? "",
        };
        reader.Finish();
        return correction;
    }

    private static SortedDictionary<string, string> ReadLevels(ObjectReader? reader)
    {
        var levels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in reader?.Members().Keys ?? [])
            levels[column] = reader!.Text(column);
        return levels;
    }

    private static SortedDictionary<string, decimal?> ReadValues(ObjectReader? reader)
    {
        var values = new SortedDictionary<string, decimal?>(StringComparer.Ordinal);
        if (reader is null)
            return values;
        foreach (var column in reader.Members().Keys)
            values[column] = reader.OptionalNumber(column);
        return values;
    }
}
