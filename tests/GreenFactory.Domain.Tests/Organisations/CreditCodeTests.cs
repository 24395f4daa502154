using GreenFactory.Domain.Organisations;
using Xunit;

namespace GreenFactory.Domain.Tests.Organisations;

public sealed class CreditCodeTests
{
    [Theory]
    [InlineData("915001022029000152")]
    [InlineData("91500000MA60ABCD5B")]
    [InlineData("91500112MA7HGREN31")]
    [InlineData(" 9150 0151-macp １２３４４n ")]
    public void A_code_is_read_as_people_type_it(string typed) => Assert.Equal(18, CreditCode.Parse(typed).Value.Value.Length);

    [Theory]
    [InlineData("915001022029000152", null)]
    [InlineData("9150 0102-2029 0001 42", "credit_code.organisation_digit")]
    [InlineData("915001022029000153", "credit_code.check_character")]
    public void A_code_that_fails_a_check_is_read_with_its_fault(string typed, string? fault) => Assert.Equal(fault, CreditCode.Read(typed).Value.Fault?.Code);

    [Theory]
    [InlineData("", "credit_code.length")]
    [InlineData("91500102202900015", "credit_code.length")]
    [InlineData("91500102202900O152", "credit_code.character")]
    [InlineData("915001022029000142", "credit_code.organisation_digit")]
    [InlineData("915001022029000153", "credit_code.check_character")]
    [InlineData("915001122029000152", "credit_code.check_character")]
    public void A_mistyped_code_is_refused_by_the_rule_it_breaks(string typed, string code) => Assert.Equal(code, CreditCode.Parse(typed).Error.Code);
}
