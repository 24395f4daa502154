using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring;
using GreenFactory.Scoring.RuleSets;
using Xunit;

namespace GreenFactory.Application.Tests.Declarations;

/// <summary>The way from the fields of the form to the facts of the engine, which leave blank rows out, and back.</summary>
public sealed class DeclaredFactsTests
{
    [Theory]
    [InlineData("12.5 万kWh", "kWh", "125000")]
    [InlineData("125,000度", "万kWh", "12.5")]
    [InlineData("１，２００千克标准煤", "tce", "1.2")]
    [InlineData("0.3万tce", "tce", "3000")]
    [InlineData("4200 m3", "万m³", "0.42")]
    [InlineData("4.2 万 立方米", "m³", "42000")]
    [InlineData("35%", "%", "35")]
    [InlineData("7 tco2", "tCO2", "7")]
    public void A_number_typed_with_a_unit_of_the_same_kind_is_scored_exactly_in_the_unit_of_the_question(string typed, string unit, string scored) =>
        Assert.Equal(decimal.Parse(scored, System.Globalization.CultureInfo.InvariantCulture), TypedQuantity.Read(typed)!.In(unit));

    [Theory]
    [InlineData("12 GJ", "tce")]
    [InlineData("12 万kWh", "tce")]
    [InlineData("12 t", "tce")]
    [InlineData("1234567890123456789 kWh", "万kWh")]
    public void What_measures_something_else_or_does_not_fit_is_not_converted(string typed, string unit) => Assert.Null(TypedQuantity.Read(typed)!.In(unit));

    [Theory]
    [InlineData("12")]
    [InlineData("12万")]
    [InlineData("1万2千 kWh")]
    [InlineData("kWh")]
    [InlineData("2026-01-31")]
    public void A_number_alone_and_anything_else_is_no_quantity(string typed) => Assert.Null(TypedQuantity.Read(typed));

    [Theory]
    [InlineData("area", "-3.5", "“园区用地面积”不能小于 0 km²，现为 -3.5，请核对。")]
    [InlineData("area", "十平方公里", "“十平方公里”不是数字，请只填数字，不要带单位或文字。")]
    [InlineData("area", "１２．５", null)]
    [InlineData("enterprises", "0", "“入驻企业数量”不能小于 1 家，现为 0，请核对。")]
    [InlineData("enterprises", "2.5", "“入驻企业数量”应为整数，现为 2.5，请核对。")]
    [InlineData("enterprises", "1,150", null)]
    public void A_number_of_the_profile_is_one_that_can_be(string code, string typed, string? refusal) =>
        Assert.Equal(refusal, ProfileFields.For(OrganisationKind.Park).Single(field => field.Code == code).Refuse(typed));

    [Theory]
    [InlineData("p.contact")]
    [InlineData("g.neg1")]
    [InlineData("i.energy_total")]
    [InlineData("r.energy_products")]
    [InlineData("r.energy_products.1.output")]
    [InlineData("x.water_reuse")]
    [InlineData("w.i.energy_total")]
    [InlineData("w.r.energy_products.12.output")]
    public void A_field_of_the_form_is_read_as_it_is_written(string name)
    {
        var field = FormField.Read(name)!;
        Assert.Equal(name, field.Name);
        Assert.Equal(name.Replace('.', '_'), field.Id);
        Assert.Equal(name.StartsWith("w.", StringComparison.Ordinal), field.IsJustification);
        Assert.Equal(field, field.IsJustification ? field.Owner.Justification : field.Justification.Owner);
    }

    [Theory]
    [InlineData("")]
    [InlineData("contact")]
    [InlineData("i.")]
    [InlineData("r.list.-1.code")]
    [InlineData("r.list.one.code")]
    [InlineData("w.w.i.energy_total")]
    [InlineData("__RequestVerificationToken")]
    public void What_is_no_field_is_read_as_none(string name) => Assert.Null(FormField.Read(name));

    [Fact]
    public void The_unit_of_a_row_decides_into_what_a_typed_unit_is_converted()
    {
        var set = RuleSetReader.Read(File.ReadAllText(Path.Combine(ReferenceFiles.RulesFolder, "gbt36132-2025.json"))).RuleSet!;
        var typed = new Dictionary<string, IReadOnlyList<string>>
        {
            ["r.energy_carriers.0.carrier"] = ["grid_electricity"],
            ["r.energy_carriers.0.amount"] = ["4,000,000 kWh"],
            ["i.energy_total"] = ["1,150,000"],
            ["i.carbon_total"] = ["12 GJ"],
        };
        var facts = DeclaredFacts.From(set, field => typed.GetValueOrDefault(field) ?? []).Facts;
        Assert.Equal("400", AnswerPlace.OfCell("energy_carriers", 0, "amount").In(facts)!.Text);
        Assert.Equal("1,150,000", facts.Inputs["energy_total"].Text);
        Assert.Equal("12 GJ", facts.Inputs["carbon_total"].Text);
    }

    [Fact]
    public void Years_stand_side_by_side_with_their_change_and_nothing_is_a_percentage_of_nothing()
    {
        EarlierYear Year(int year, string number) => new(year, new SubmissionSnapshot("", "", "", "", null, "", "", new() { ["i.a"] = [number] }, []));
        Assert.Equal("2023 年 1,000 → 2024 年 1,100（+10.00%） → 2025 年 990（−10.00%）", YearSeries.Of("i.a", "tce", "990000 kgce", 2025, [Year(2023, "1,000"), Year(2024, "1100")]));
        Assert.Equal("2024 年 0 → 2025 年 5（上一个数为 0，不计百分比）", YearSeries.Of("i.a", "tce", "5", 2025, [Year(2024, "0")]));
        Assert.Equal("2024 年 7", YearSeries.Of("i.a", "tce", "约五", 2025, [Year(2024, "7")]));
        Assert.Equal("", YearSeries.Of("i.a", "tce", "5", 2025, []));
        Assert.Equal(150m, YearSeries.Percent(-2m, 1m));
    }

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
        Assert.Equal("r.energy_products.1.output", facts.FieldOf(AnswerPlace.OfCell("energy_products", 0, "output")).Name);
        Assert.Equal(
            new Dictionary<string, string> { ["groups.energy_products[0].output"] = "产量含委托加工。", ["groups.energy_products[1].output"] = "试生产。", ["inputs.energy_total"] = "含外购电。" },
            facts.Justifications(set, Typed));
    }
}
