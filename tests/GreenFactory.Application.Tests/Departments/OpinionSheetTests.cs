using GreenFactory.Application.Departments;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Xunit;

namespace GreenFactory.Application.Tests.Departments;

/// <summary>What an office program makes of a date or a share in a column of words is recognised, or named at its cell.</summary>
public sealed class OpinionSheetTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 6, 1, 0, 0, TimeSpan.Zero);
    private static readonly OpinionRow Asked = new(
        new DepartmentOpinionId(Guid.CreateVersion7()), new DeclarationId(Guid.CreateVersion7()), "重庆试算厂", "91500000MA5U000000", "", "F2026-0102-001", 2026, "生态环境局", CaseState.DistrictReview, Now, Now.AddDays(5),
        OpinionState.Asked, 0, null, "", null, null, null);

    [Theory]
    [InlineData("46204", CellKind.Number, "2026年7月1日")]
    [InlineData("1", CellKind.Number, "100%")]
    [InlineData("0.85", CellKind.Number, "85%")]
    [InlineData("12345678", CellKind.Number, "12345678")]
    [InlineData("TRUE", CellKind.Boolean, "TRUE")]
    public void A_bare_number_in_the_column_of_words_is_no_circumstance_and_is_named_with_what_it_may_have_been(string text, CellKind kind, string named)
    {
        var report = Check(text, kind);
        Assert.Empty(report.Opinions);
        var problem = Assert.Single(report.Problems);
        Assert.Equal("F2", problem.Address);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.85", CellKind.Percent, "85%")]
    [InlineData("2026-07-01", CellKind.Date, "2026-07-01")]
    [InlineData("2026-07-01 已整改", CellKind.Text, "2026-07-01 已整改")]
    public void A_share_and_a_date_that_the_workbook_still_knows_as_such_are_taken_in_words(string text, CellKind kind, string taken) => Assert.Equal(taken, Assert.Single(Check(text, kind).Opinions).Text);

    private static OpinionSheetReport Check(string text, CellKind kind)
    {
        (int Column, string Text, CellKind Kind)[] cells =
            [(1, Asked.CaseNumber, CellKind.Text), (2, Asked.Organisation, CellKind.Text), (3, Asked.CreditCode, CellKind.Text), (5, "有意见", CellKind.Text), (6, text, kind)];
        var row = new SheetContentRow(2, [.. cells.Select(cell => new SheetContentCell($"{(char)('A' + cell.Column - 1)}2", cell.Column, cell.Text, false) { Kind = cell.Kind })]);
        return OpinionSheet.Check(new SheetContent(OpinionSheet.Name, [row]), [Asked], []);
    }
}
