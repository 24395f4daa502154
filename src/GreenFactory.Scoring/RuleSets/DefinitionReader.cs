using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.RuleSets;

internal static class DefinitionReader
{
    public static Definition? Read(LocatedJson node, List<Problem> problems)
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var definition = new Definition
        {
            Code = reader.Text("code"),
            Label = reader.Text("label"),
            Unit = reader.OptionalText("unit") ?? "",
            Group = reader.OptionalText("group"),
            Formula = reader.Text("formula"),
            Clause = reader.OptionalText("clause") ?? "",
        };
        reader.Finish();
        return definition;
    }

    public static Caution? ReadCaution(LocatedJson node, List<Problem> problems)
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var caution = new Caution(reader.Text("at"), reader.Text("holds"), reader.Text("message")) { Refuses = reader.Flag("refuses") };
        reader.Finish();
        return caution;
    }
}
