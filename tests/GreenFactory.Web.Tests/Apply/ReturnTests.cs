using System.Net;
using AngleSharp.Dom;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Npgsql;

namespace GreenFactory.Web.Tests.Apply;

/// <summary>A return opens what it names and nothing else, and both sides see before and after of everything that changed and moved.</summary>
public sealed class ReturnTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Output = "r.energy_products.0.output";
    private const string Land = "i.land_area";
    private static readonly DateTimeOffset InTime = new(2026, 7, 6, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Dictionary<string, string> Signed = new() { ["Promise"] = "true", ["Signature"] = "何景川" };

    [Fact]
    public async Task A_return_about_energy_leaves_the_land_as_it_was_and_shows_what_moved()
    {
        await portal.SetTimeAsync(InTime);
        var signer = await portal.SignInAsync("signer@cement.example");
        var declaration = await CementDeclaration.BeginAsync(signer);
        await declaration.CompleteAsync();
        await signer.GetAsync($"{declaration.Home}/sign");
        await signer.SubmitAsync("main form", new(Signed));
        var id = new DeclarationId(Guid.Parse(declaration.Home.Split('/')[^1]));
        var review = new DistrictReview(portal.Services, id, TestContext.Current.CancellationToken);
        await ReturnAsync(review, id);

        await OnlyWhatIsNamedIsOpenAsync(signer, declaration);
        var (before, after) = await ChangeOutputAsync(signer, declaration);
        await signer.GetAsync($"{declaration.Home}/corrections");
        await signer.SubmitAsync("main form", new() { ["Answers[0].Text"] = "已更正合格产量。" });
        await ChangedBehindThePortalIsRefusedAsync(signer, declaration);

        await signer.GetAsync($"{declaration.Home}/sign");
        await signer.FollowAsync(await signer.SubmitAsync("main form", new(Signed)));
        Assert.EndsWith("-2", signer.Page.QuerySelector("main dl b")!.TextContent, StringComparison.Ordinal);
        await signer.GetAsync($"{declaration.Home}/receipt");
        AssertShown(signer.Page, before, after);
        var officer = await portal.SignInAsync(DistrictReview.Officer);
        foreach (var page in new[] { $"/district/cases/{id.Value}", $"/district/cases/{id.Value}/record" })
        {
            await officer.GetAsync(page);
            AssertShown(officer.Page, before, after);
        }
    }

    private static async Task OnlyWhatIsNamedIsOpenAsync(Browser signer, CementDeclaration declaration)
    {
        await signer.GetAsync($"{declaration.Home}/sections/land");
        var land = signer.Page.QuerySelector($"[name='{Land}']")!;
        Assert.True(land.HasAttribute("readonly"));
        Assert.Empty(signer.Page.QuerySelectorAll("a[href*='/evidence/']:not([href^='/apply/evidence/'])"));
        var area = land.GetAttribute("value");
        Assert.Equal(HttpStatusCode.Conflict, (await signer.SubmitAsync("form[data-autosave]", new() { [Land] = "60000", ["next"] = "stay" })).StatusCode);
        Assert.Contains("不在本次退回补正的范围内，没有保存", signer.Text, StringComparison.Ordinal);
        await signer.GetAsync($"{declaration.Home}/sections/land");
        Assert.Equal(area, signer.Page.QuerySelector($"[name='{Land}']")!.GetAttribute("value"));
        await signer.GetAsync($"{declaration.Home}/sections/profile");
        Assert.All(signer.Page.QuerySelectorAll("main [name^='p.']"), field => Assert.True(field.HasAttribute("readonly") || field.HasAttribute("disabled")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await declaration.UploadAsync($"{declaration.Home}/evidence/land_output", "证明.pdf", new ByteArrayContent(CementDeclaration.Pdf))).StatusCode);
        await signer.GetAsync($"{declaration.Home}/evidence/land_output");
        Assert.Null(signer.Page.QuerySelector("form[data-upload]"));
        Assert.Contains("退回补正没有列出这项材料", signer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await declaration.UploadAsync($"{declaration.Home}/evidence/energy_intensity", "产量.pdf", new ByteArrayContent(SmallPdf.Saying("output")))).StatusCode);
    }

    private static async Task<(string Before, string After)> ChangeOutputAsync(Browser signer, CementDeclaration declaration)
    {
        await signer.GetAsync($"{declaration.Home}/sections/energy");
        var output = signer.Page.QuerySelector($"[name='{Output}']")!;
        Assert.False(output.HasAttribute("readonly"));
        var (before, after) = (output.GetAttribute("value")!, "1136756");
        await declaration.SaveAsync("energy", new() { [Output] = after });
        await signer.GetAsync($"{declaration.Home}/check");
        AssertShown(signer.Page, before, after);
        return (before, after);
    }

    /// <summary>Before and after of the answer, of the worked-out value and of the total.</summary>
    private static void AssertShown(IDocument page, string before, string after)
    {
        var tables = page.QuerySelectorAll("main table").Where(table => table.QuerySelector("caption") is { } caption
            && (caption.TextContent.Contains("修改的填报项", StringComparison.Ordinal) || caption.TextContent.Contains("因此变动", StringComparison.Ordinal))).ToList();
        Assert.Equal(2, tables.Count);
        var row = Assert.Single(tables[0].QuerySelectorAll("tbody tr"));
        Assert.Contains(before, row.TextContent, StringComparison.Ordinal);
        Assert.Contains(after, row.TextContent, StringComparison.Ordinal);
        Assert.True(tables[1].QuerySelectorAll("tbody tr").Length >= 3, tables[1].TextContent);
        Assert.Contains("自评总分", tables[1].TextContent, StringComparison.Ordinal);
    }

    private async Task ChangedBehindThePortalIsRefusedAsync(Browser signer, CementDeclaration declaration)
    {
        await ExecuteAsync("update answer_section set answers = jsonb_set(answers, '{p.contact,values}', '[\"别人\"]') where section_code = 'profile'");
        await signer.GetAsync($"{declaration.Home}/sign");
        await signer.SubmitAsync("main form", new(Signed));
        Assert.Contains("有 1 处不在本次退回范围内的内容与上次提交不同：联系人", signer.Text, StringComparison.Ordinal);
        await ExecuteAsync("update answer_section set answers = jsonb_set(answers, '{p.contact,values}', '[\"周琳\"]') where section_code = 'profile'");
    }

    private static async Task ReturnAsync(DistrictReview review, DeclarationId id)
    {
        Assert.True((await review.TakeAsync()).Succeeded);
        var item = new ItemToCorrect(ChangeSubject.Indicator, "energy_intensity", "能源消耗强度", "请核对合格产量");
        Assert.True((await review.RunAsync<ReturnCaseHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new ReturnCase(id, new DateOnly(2026, 7, 12), [item]), TestContext.Current.CancellationToken))).Succeeded);
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(portal.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(statement);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}
