using System.Net;
using System.Text;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Infrastructure.Signing;
using GreenFactory.Scoring.CaseFiles;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GreenFactory.Web.Tests.Apply;

/// <summary>Signing: not after the deadline, once however often it is pressed, and again once what the district returned is answered.</summary>
public sealed class SubmissionTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly DateTimeOffset InTime = new(2026, 7, 6, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly Dictionary<string, string> Signed = new() { ["Promise"] = "true", ["Signature"] = "何景川" };

    [Fact]
    public async Task A_case_is_refused_after_the_deadline_submitted_once_by_a_double_click_and_again_after_a_return()
    {
        await portal.SetTimeAsync(InTime);
        var signer = await portal.SignInAsync("signer@cement.example");
        var declaration = await CementDeclaration.BeginAsync(signer);
        await declaration.FillAsync();
        await declaration.ProveAsync("gates");
        await signer.GetAsync(declaration.Home);
        Assert.Equal("填写中", StateOf(signer, "energy"));
        await signer.GetAsync($"{declaration.Home}/check");
        Assert.Contains("缺佐证材料", signer.Text, StringComparison.Ordinal);
        await declaration.ProveAsync("energy", "resources", "clean", "products", "land");
        await signer.GetAsync(declaration.Home);
        Assert.Equal("完成", StateOf(signer, "energy"));
        await signer.GetAsync($"{declaration.Home}/check");
        Assert.DoesNotContain("还不能提交", signer.Text, StringComparison.Ordinal);

        await RefuseWhenLateAsync(signer, declaration.Home);
        await portal.SetTimeAsync(InTime);
        await SignTwiceAsync(signer, declaration.Home);
        Assert.Equal(1L, await SubmissionsAsync());
        await BackAndRefreshAsync(signer, declaration.Home);
        Assert.Equal(1L, await SubmissionsAsync());
        await DownloadCaseFileAsync(signer, declaration.Home);

        await ReturnAsync(new DeclarationId(Guid.Parse(declaration.Home.Split('/')[^1])));
        await signer.GetAsync(declaration.Home);
        Assert.Contains("请补充产量统计表", signer.Text, StringComparison.Ordinal);
        Assert.Contains("7月12日", signer.Text, StringComparison.Ordinal);
        await signer.GetAsync($"{declaration.Home}/sign");
        Assert.Contains("还不能提交：还有补正事项未答复", signer.Text, StringComparison.Ordinal);
        await signer.SubmitAsync("main form", new(Signed));
        Assert.Equal(1L, await SubmissionsAsync());

        await signer.GetAsync($"{declaration.Home}/corrections");
        await signer.SubmitAsync("main form", new() { ["Answers[0].Text"] = "已补充，见材料。" });
        await signer.GetAsync($"{declaration.Home}/sign");
        await signer.FollowAsync(await signer.SubmitAsync("main form", new(Signed) { ["Signature"] = "何\u200B景\u00AD川\uFEFF" }));
        Assert.EndsWith("-2", signer.Page.QuerySelector("main dl b")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await signer.GetAsync($"{declaration.Home}/withdraw")).StatusCode);
        var editor = await portal.SignInAsync("editor@cement.example");
        Assert.Equal(declaration.Home, (await editor.GetAsync($"{declaration.Home}/withdraw")).Headers.Location?.ToString());
    }

    /// <summary>What the task list says of a section.</summary>
    private static string StateOf(Browser signer, string section) =>
        signer.Page.QuerySelector($".gf-task:has(a[href$='/sections/{section}']) > div:last-child")!.TextContent.Trim();

    /// <summary>Applicant, district and nobody else have the signed case file; it recomputes, and its signature is of a published key and breaks with one digit.</summary>
    private async Task DownloadCaseFileAsync(Browser signer, string home)
    {
        var text = await (await signer.GetAsync($"{home}/case-file.json")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var reading = CaseFileCheck.Read(text);
        Assert.Empty(reading.Faults);
        Assert.NotEmpty(reading.Sheet.Gates);
        var key = Convert.FromBase64String(reading.Signature!.PublicKey);
        var signature = Convert.FromBase64String(reading.Signature.Value);
        Assert.True(new SignatureVerifier().Verify(reading.Signature.Algorithm, key, Encoding.UTF8.GetBytes(reading.Signed), signature));
        Assert.False(new SignatureVerifier().Verify(reading.Signature.Algorithm, key, Encoding.UTF8.GetBytes(reading.Signed.Replace("\"ranking\"", "\"rankinG\"", StringComparison.Ordinal)), signature));
        var visitor = await portal.SignInAsync("officer@fuling.example");
        await visitor.GetAsync("/verify");
        Assert.Contains(reading.Signature.Key, visitor.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var id = home.Split('/')[^1];
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/district/cases/{id}/case-file.json")).StatusCode);
        var other = await portal.SignInAsync("signer@parts.example");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{home}/case-file.json")).StatusCode);
    }

    private async Task RefuseWhenLateAsync(Browser signer, string home)
    {
        await signer.GetAsync($"{home}/sign");
        await portal.SetTimeAsync(new DateTimeOffset(2026, 7, 25, 0, 0, 1, TimeSpan.FromHours(8)));
        await signer.SubmitAsync("main form", new(Signed));
        Assert.Contains("已超过截止时间", signer.Text, StringComparison.Ordinal);
        Assert.Equal("何景川", signer.Page.QuerySelector("[name=Signature]")!.GetAttribute("value"));
        await signer.GetAsync($"{home}/sections/energy");
        Assert.Equal("202702", signer.Page.QuerySelector("#i_energy_total")!.GetAttribute("value"));
        Assert.StartsWith("已保存 7月6日 ", signer.Page.QuerySelector("[data-save-text]")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task SignTwiceAsync(Browser signer, string home)
    {
        await signer.GetAsync($"{home}/sign");
        var presses = await Task.WhenAll(signer.SubmitAsync("main form", new(Signed)), signer.SubmitAsync("main form", new(Signed)));
        Assert.All(presses, press => Assert.Equal($"{home}/receipt", press.Headers.Location?.ToString()));
    }

    /// <summary>The page from before the submission is still open in the browser; what is pressed there again shows the receipt that was given.</summary>
    private static async Task BackAndRefreshAsync(Browser signer, string home)
    {
        await signer.FollowAsync(await signer.SubmitAsync("main form", new(Signed)));
        Assert.Contains("该申报此前已经提交，这是当时的回执", signer.Text, StringComparison.Ordinal);
        Assert.Equal($"{home}/receipt", (await signer.GetAsync($"{home}/sign")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await signer.GetAsync($"{home}/receipt")).StatusCode);
    }

    private async Task ReturnAsync(DeclarationId id)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var scope = await PersonScope.OpenAsync(portal.Services, "officer@fuling.example", Desk.District, cancellation);
        Assert.True((await scope.ServiceProvider.GetRequiredService<TakeCaseHandler>().HandleAsync(id, cancellation)).Succeeded);
        var item = new ItemToCorrect(ChangeSubject.Indicator, "energy.intensity", "能源消耗强度", "请补充产量统计表");
        var outcome = await scope.ServiceProvider.GetRequiredService<ReturnCaseHandler>().HandleAsync(new ReturnCase(id, new DateOnly(2026, 7, 12), [item]), cancellation);
        Assert.True(outcome.Succeeded);
    }

    private async Task<long> SubmissionsAsync()
    {
        await using var source = NpgsqlDataSource.Create(portal.Database.OwnerConnectionString);
        await using var command = source.CreateCommand("select count(*) from submission where signed_by_name = '何景川'");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
