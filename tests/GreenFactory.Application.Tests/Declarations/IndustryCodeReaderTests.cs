using GreenFactory.Application.Declarations;
using GreenFactory.Application.Seeding;
using Xunit;

namespace GreenFactory.Application.Tests.Declarations;

/// <summary>The industry is found the way people name it, and nothing that was found is out of reach.</summary>
public sealed class IndustryCodeReaderTests
{
    private readonly IndustryCodeReader industries = new();

    [Theory]
    [InlineData("减速机", "3453")]
    [InlineData("谐波减速机生产企业", "3453")]
    [InlineData("C3453", "3453")]
    [InlineData("ｃ３４５３", "3453")]
    [InlineData("3453", "3453")]
    [InlineData("水泥", "3011")]
    [InlineData("笔记本 电脑", "3911")]
    [InlineData("烧碱", "2612")]
    [InlineData("pcb", "3982")]
    [InlineData("摩托车", "3751")]
    public void People_find_their_class_first_page(string typed, string code) => Assert.Contains(industries.Search(typed).Take(20), match => match.Class.Code == code);

    [Fact]
    public void Every_class_of_a_wide_word_is_found_and_manufacturing_stands_first()
    {
        var found = industries.Search("设备制造");
        Assert.True(found.Count > 100, $"{found.Count} found");
        Assert.Equal(found.Count, found.Select(match => match.Class.Code).Distinct().Count());
        var mixed = industries.Search("加工").Select(match => match.Class.IsManufacturing).ToList();
        Assert.Equal(mixed.OrderByDescending(made => made), mixed);
        Assert.Contains(industries.Search("汽车制造业"), match => match.Class.Code == "3611" && match.Word == "汽车制造业");
    }

    [Theory]
    [InlineData("A3453")]
    [InlineData("")]
    [InlineData("　")]
    public void What_names_nothing_finds_nothing(string typed) => Assert.Empty(industries.Search(typed));

    [Fact]
    public void Farming_is_found_and_known_to_be_no_manufacturing()
    {
        var rice = Assert.Single(industries.Search("稻谷种植")).Class;
        Assert.False(rice.IsManufacturing);
        Assert.Contains("农、林、牧、渔业", ApplicantErrors.NotManufacturing(rice).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_product_word_leads_to_a_class_of_manufacturing()
    {
        foreach (var row in ReferenceFiles.Read("industry-words.csv"))
        {
            Assert.True(industries.Find(row["code"]) is { IsManufacturing: true }, $"{row["code"]} is no class of manufacturing.");
            Assert.All(row["words"].Split(';'), word => Assert.Contains(industries.Search(word), match => match.Class.Code == row["code"]));
        }
    }
}
