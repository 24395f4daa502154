using GreenFactory.Application.Declarations;
using GreenFactory.Application.Seeding;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;
using Xunit;

namespace GreenFactory.Application.Tests.Declarations;

/// <summary>The way from the fields of the form to the facts of the engine, which leave blank rows out, and back.</summary>
public sealed class DeclaredFactsTests
{
    [Fact]
    public void With_only_the_second_row_filled_in_what_was_said_to_it_stands_at_the_row_that_the_officer_sees()
    {
        var set = RuleSetReader.Read(File.ReadAllText(Path.Combine(ReferenceFiles.RulesFolder, "gbt36132-2025.json"))).RuleSet!;
        var typed = new Dictionary<string, IReadOnlyList<string>>
        {
            ["i.energy_total"] = ["１２"],
            ["r.energy_products.1.output"] = ["1150000"],
            ["r.energy_products.2.output"] = ["7"],
            ["w.r.energy_products.1.output"] = ["产量含委托加工。"],
            ["w.r.energy_products.2.output"] = ["试生产。"],
            ["w.i.energy_total"] = ["含外购电。"],
            ["w.r.energy_products.0.output"] = ["这一行已删。"],
        };
        IReadOnlyList<string> Typed(string field) => typed.GetValueOrDefault(field) ?? [];

        var facts = DeclaredFacts.From(set, Typed);

        Assert.Equal("1150000", AnswerPlace.OfCell("energy_products", 0, "output").In(facts.Facts)!.Text);
        Assert.Equal("r.energy_products.1.output", facts.FieldOf(AnswerPlace.OfCell("energy_products", 0, "output")));
        Assert.Equal(
            new Dictionary<string, string> { ["groups.energy_products[0].output"] = "产量含委托加工。", ["groups.energy_products[1].output"] = "试生产。", ["inputs.energy_total"] = "含外购电。" },
            facts.Justifications(set, Typed));
    }
}
