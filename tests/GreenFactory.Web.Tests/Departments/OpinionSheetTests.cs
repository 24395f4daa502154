using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;

namespace GreenFactory.Web.Tests.Departments;

/// <summary>A department answers many questions at once by the workbook it downloads.</summary>
public sealed class OpinionSheetTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Upload = "form[action*='handler=Try']";

    [Fact]
    public async Task The_downloaded_sheet_is_filled_in_tried_and_confirmed_and_what_is_wrong_is_shown_at_its_cell()
    {
        await host.SetTimeAsync(PortalDatabase.Start);
        var (first, second) = (await AskAsync("重庆表格甲厂"), await AskAsync("重庆表格乙厂"));
        Assert.NotEqual(first, second);
        var officer = await host.SignInAsync("ecology@fuling.example");
        await officer.GetAsync("/departments");
        using var answer = await officer.Client.GetAsync(new Uri("/departments?handler=sheet", UriKind.Relative), TestContext.Current.CancellationToken);
        var empty = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        await officer.UploadAsync(Upload, "Sheet", "意见.xlsx", Encoding.UTF8.GetBytes("这不是表格"));
        Assert.NotNull(officer.Page.QuerySelector(".gf-errsum"));
        Assert.Null(officer.Page.QuerySelector("form[action*='handler=Confirm']"));

        await officer.UploadAsync(Upload, "Sheet", "意见.xlsx", Filled(empty, ("E2", "无意见"), ("E3", "大概可以")));
        Assert.Contains("可提交 1 项，有误 1 处", officer.Text, StringComparison.Ordinal);
        Assert.Contains("“大概可以”不是可选的意见", officer.Page.QuerySelectorAll("tr").Single(row => row.FirstElementChild!.TextContent == "E3").TextContent, StringComparison.Ordinal);
        Assert.NotNull(officer.Page.QuerySelector("a[download]"));

        await officer.UploadAsync(Upload, "Sheet", "意见.xlsx", Filled(empty, ("E2", "无意见"), ("E3", "有意见"), ("F3", "上年有一次整改，已完成。")));
        Assert.Contains("可提交 2 项，有误 0 处", officer.Text, StringComparison.Ordinal);
        await officer.FollowAsync(await officer.SubmitAsync("form[action*='handler=Confirm']"));
        Assert.Contains("已提交 2 项意见", officer.Text, StringComparison.Ordinal);
        Assert.Null(officer.Page.QuerySelector(Upload));
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/departments?handler=sheet")).StatusCode);
    }

    private async Task<Domain.Shared.DeclarationId> AskAsync(string organisation)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var id = await new CaseBuilder(host.Services).ForNewOrganisation(organisation).SubmitAsync(cancellation);
        var review = new DistrictReview(host.Services, id, cancellation);
        Assert.True((await review.TakeAsync()).Succeeded);
        Assert.True((await review.AskAsync()).Succeeded);
        return id;
    }

    /// <summary>The workbook with some cells filled in, as an office program would save it.</summary>
    private static byte[] Filled(byte[] workbook, params (string Cell, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var part = (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().First().Id!.Value!);
            foreach (var (address, text) in entries)
            {
                var row = part.Worksheet!.Descendants<Row>().Single(line => line.RowIndex! == uint.Parse(address[1..], System.Globalization.CultureInfo.InvariantCulture));
                var cell = row.Elements<Cell>().FirstOrDefault(one => one.CellReference == address);
                if (cell is null)
                {
                    row.Append(cell = new Cell { CellReference = address });
                }

                cell.DataType = CellValues.InlineString;
                cell.CellValue = null;
                cell.InlineString = new InlineString(new Text(text));
            }
        }

        return stream.ToArray();
    }
}
