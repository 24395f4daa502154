using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.RuleSets;

internal static class InputReader
{
    public static InputDefinition? Read(LocatedJson node, List<Problem> problems)
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var input = new InputDefinition
        {
            Code = reader.Text("code"),
            Label = reader.Text("label"),
            Type = reader.Choice("type", Words.InputTypes),
            Unit = reader.OptionalText("unit") ?? "",
            Decimals = reader.OptionalInteger("decimals"),
            Min = reader.OptionalNumber("min"),
            Max = reader.OptionalNumber("max"),
            PlausibleMin = reader.OptionalNumber("plausibleMin"),
            PlausibleMax = reader.OptionalNumber("plausibleMax"),
            Options = reader.List("options", option => ReadOption(option, problems)),
            OptionsFrom = reader.OptionalText("optionsFrom"),
            Period = reader.Has("period") ? reader.Choice("period", Words.Periods) : InputPeriod.EvaluationYear,
            Section = reader.OptionalText("section"),
            Help = reader.OptionalText("help") ?? "",
            Evidence = reader.Texts("evidence"),
            Required = reader.Flag("required", otherwise: true),
            VisibleWhen = reader.OptionalText("visibleWhen"),
        };
        reader.Finish();
        return input;
    }

    public static RepeatGroup? ReadGroup(LocatedJson node, List<Problem> problems)
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var maxRows = reader.OptionalInteger("maxRows");
        if (maxRows is null or 0)
            reader.Report("group.maxRows", "maxRows", "请写明最多几行（1 到 200）。");
        var group = new RepeatGroup
        {
            Code = reader.Text("code"),
            Label = reader.Text("label"),
            MaxRows = maxRows ?? 1,
            Section = reader.OptionalText("section"),
            Help = reader.OptionalText("help") ?? "",
            VisibleWhen = reader.OptionalText("visibleWhen"),
            Inputs = reader.List("inputs", input => Read(input, problems)),
        };
        reader.Finish();
        return group;
    }

    private static InputOption? ReadOption(LocatedJson node, List<Problem> problems)
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var option = new InputOption(reader.Text("code"), reader.Text("label"));
        reader.Finish();
        return option;
    }
}
