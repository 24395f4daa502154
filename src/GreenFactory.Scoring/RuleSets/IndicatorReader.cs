using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.RuleSets;

internal static class IndicatorReader
{
    public static Indicator? Read(LocatedJson node, List<Problem> problems)
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var indicator = new Indicator
        {
            Code = reader.Text("code"),
            Number = reader.Text("number"),
            Name = reader.Text("name"),
            Detail = reader.OptionalText("detail") ?? "",
            Group = reader.Text("group"),
            Type = reader.Choice("type", Words.IndicatorTypes),
            Unit = reader.OptionalText("unit") ?? "",
            Weight = reader.Number("weight"),
            Clause = reader.OptionalText("clause") ?? "",
            Explanation = reader.OptionalText("explanation") ?? "",
            Evidence = reader.Texts("evidence"),
            EvidenceIfAny = reader.Texts("evidenceIfAny"),
            Leaf = ReadLeaf(reader, problems),
        };
        reader.Finish();
        return indicator;
    }

    private static Leaf ReadLeaf(ObjectReader owner, List<Problem> problems)
    {
        var node = ObjectReader.From(owner.Node("leaf"), problems);
        if (node is null)
        {
            owner.Report("json.required", "leaf", "缺少必填字段“leaf”（评分方式）。");
            return new GradedLeaf([]);
        }

        var kind = node.Text("kind");
        Leaf leaf;
        switch (kind)
        {
            case "linear":
                leaf = new LinearLeaf(node.Text("value"), node.Text("leading"), node.Text("baseline"), node.OptionalText("unit"));
                break;
            case "either":
                leaf = new EitherLeaf(node.List("cases", child => ReadCase(child, problems)));
                break;
            case "products":
                leaf = new ProductsLeaf(
                    node.Text("group"), node.Text("name"), node.Text("weight"), node.Text("value"), node.Text("leading"), node.Text("baseline"), node.OptionalText("unit"))
                { Limit = node.OptionalText("limit") };
                break;
            case "tiered":
                leaf = new TieredLeaf(node.Text("value"), node.List("tiers", child => ReadTier(child, problems)));
                break;
            case "count":
                leaf = new CountLeaf(node.Text("input"), node.Text("leading"), node.Text("baseline"));
                break;
            case "options":
                leaf = new OptionsLeaf(node.Text("input"), node.List("points", child => ReadPoints(child, problems)));
                break;
            case "graded":
                leaf = new GradedLeaf(node.List("rubric", child => ReadRubric(child, problems)));
                break;
            case "clause":
                leaf = new ClauseLeaf(node.List("items", child => ReadItem(child, problems)));
                break;
            case "ratio":
                leaf = new RatioLeaf(node.Text("value"), node.Text("leading"), node.OptionalNumber("cap"));
                break;
            case "choose":
                leaf = new ChooseLeaf(
                    node.OptionalInteger("take") ?? 0, node.Choice("mode", Words.ChooseModes), node.List("children", child => ReadChild(child, problems)));
                break;
            case "bonus":
                leaf = new BonusLeaf(node.Text("points"));
                break;
            default:
                node.Report("leaf.kind", "kind", $"不认识评分方式“{kind}”；可用：linear、either、products、tiered、count、options、graded、clause、ratio、choose、bonus。");
                return new GradedLeaf([]);
        }

        node.Finish();
        return leaf;
    }

    private static EitherCase? ReadCase(LocatedJson node, List<Problem> problems) =>
        Read(node, problems, r => new EitherCase(r.Text("label"), r.OptionalText("when"), ReadLeaf(r, problems)));

    private static Tier? ReadTier(LocatedJson node, List<Problem> problems) =>
        Read(node, problems, r => new Tier(r.Text("label"), r.OptionalText("when"), r.Text("leading"), r.Text("baseline")));

    private static OptionPoints? ReadPoints(LocatedJson node, List<Problem> problems) =>
        Read(node, problems, r => new OptionPoints(r.Text("option"), r.Number("points")));

    private static RubricLevel? ReadRubric(LocatedJson node, List<Problem> problems) =>
        Read(node, problems, r => new RubricLevel(r.Number("from"), r.Text("text")));

    private static ClauseItem? ReadItem(LocatedJson node, List<Problem> problems) =>
        Read(node, problems, r => new ClauseItem(r.Text("input"), r.Flag("required"), r.Number("points")));

    private static ChooseChild? ReadChild(LocatedJson node, List<Problem> problems) =>
        Read(node, problems, r => new ChooseChild(
            r.Text("code"), r.Text("number"), r.Text("name"), r.OptionalText("unit") ?? "", r.Choice("type", Words.IndicatorTypes), ReadLeaf(r, problems)));

    private static T? Read<T>(LocatedJson node, List<Problem> problems, Func<ObjectReader, T> read)
        where T : class
    {
        if (ObjectReader.From(node, problems) is not { } reader)
            return null;
        var result = read(reader);
        reader.Finish();
        return result;
    }
}
