using System.Globalization;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.Tests.Approval;

/// <summary>Units, plain numbers and near names: the small parts on which every reading rests.</summary>
public sealed class UnitTests
{
    [Fact]
    public void Every_unit_has_the_size_and_the_dimension_that_was_approved() => Approved.Equal("Approval/units.approved.txt", UnitSymbols.Known.Keys.Order(StringComparer.Ordinal)
        .Concat(["", "1", "kgce/t", "1/t", "t*km", "t·km", "t * km / h", "kgce/t/h", "m2/m2", "kgce / 万元 * t", "/t", "t/", "t//h", "t**h", "tt", "kgce t", "1/1", "%*%", " t ", "t/1", "万元/hm2"])
        .Select(text => Unit.TryParse(text, out var unit) ? $"“{text}” {Told(unit)}" : $"“{text}” refused"));

    [Fact]
    public void Products_and_quotients_of_units_are_written_and_sized_as_it_was_approved()
    {
        Unit[] units = [.. new[] { "", "t", "kgce/t", "万元", "%" }.Select(text => Unit.TryParse(text, out var unit) ? unit : Unit.One)];

        Approved.Equal("Approval/unit-products.approved.txt", units.SelectMany(a => units.Select(b =>
            $"“{a}” “{b}” times {Told(a.Times(b))} over {Told(a.Over(b))} same {a.SameDimension(b)} equal {a.Equals(b)} {a.Equals((object)b)} factor {a.FactorTo(b).ToString(CultureInfo.InvariantCulture)}")));
        Assert.False(Unit.One.Equals(null));
        Assert.False(Unit.One.Equals((object)"1"));
        Assert.True(Unit.TryParse("kg", out var kilogram) && Unit.TryParse("1/t*t*kg", out var same) && kilogram.Equals(same) && kilogram.GetHashCode() == same.GetHashCode());
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "0")]
    [InlineData("-0.00", "0")]
    [InlineData("8.00", "8")]
    [InlineData("800", "800")]
    [InlineData("0.10", "0.1")]
    [InlineData("+5", "5")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("0000000000000000000000000000001", "1")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    [InlineData("12345678901234567890123456789", null)]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("0.00000000000000000000000000010", null)]
    [InlineData("1.000000000000000000000000000", "1")]
    [InlineData("1.0000000000000000000000000000", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("1-", null)]
    [InlineData("1e3", null)]
    [InlineData("1 000", null)]
    [InlineData("1,000", null)]
    public void A_number_has_one_written_form_and_is_never_cut(string text, string? written)
    {
        var read = DecimalText.TryParse(text, out var value);

        Assert.Equal(written, read ? DecimalText.Write(value) : null);
    }

    [Theory]
    [InlineData("energy", "energy", true)]
    [InlineData("energy", "ENERGY", true)]
    [InlineData("energy", "enrgy", true)]
    [InlineData("energy", "enrg", true)]
    [InlineData("energy", "enr", false)]
    [InlineData("energy", "energies", false)]
    [InlineData("energy", "energyab", true)]
    [InlineData("energy", "energyabc", false)]
    [InlineData("energy", "xxergy", true)]
    [InlineData("energy", "xxxrgy", false)]
    [InlineData("energy", "neergy", true)]
    [InlineData("ab", "", true)]
    [InlineData("abc", "", false)]
    [InlineData("", "", true)]
    [InlineData("", "ab", true)]
    [InlineData("", "abc", false)]
    public void Two_slips_are_near_and_three_are_not(string a, string b, bool near)
    {
        Assert.Equal(near, EditDistance.AtMostTwo(a, b));
        Assert.Equal(near, EditDistance.AtMostTwo(b, a));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Names_beyond_sixty_characters_are_not_compared(int length, bool compared)
    {
        Assert.Equal(compared, EditDistance.AtMostTwo(new string('a', length), new string('a', length)));
        Assert.Equal(compared, EditDistance.AtMostTwo(new string('a', length), new string('a', 59)));
        Assert.Equal(compared, EditDistance.AtMostTwo(new string('a', 59), new string('a', length)));
    }

    [Fact]
    public void A_document_has_one_text_and_one_hash_whatever_its_layout()
    {
        const string loose = "{ \"b\": [1, {\"z\": null, \"a\": true}],\n \"a\": \"é<>&+\\\"\", \"B\": {} }";
        const string canonical = "{\"B\":{},\"a\":\"é<>&+\\\"\",\"b\":[1,{\"a\":true,\"z\":null}]}";

        Assert.Equal(canonical, CanonicalJson.Canonicalise(loose));
        Assert.Equal("6d1bccc6", CanonicalJson.Hash(canonical)[..8]);
        Assert.Equal("{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"a\": 2\n}\n", CanonicalJson.WriteReadable(CanonicalJson.Parse("{\"b\":[1,{}],\"a\":2}")));
        Assert.Equal("null", CanonicalJson.Canonicalise("null"));
    }

    private static string Told(Unit unit) => $"[{unit.Text}] {unit.Scale.ToString(CultureInfo.InvariantCulture)} {string.Join(" ", unit.Dimensions.Select(d => $"{d.Key}^{d.Value}"))}".TrimEnd();
}
