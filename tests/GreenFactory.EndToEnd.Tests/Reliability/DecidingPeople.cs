using System.Globalization;
using System.Net;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Npgsql;

namespace GreenFactory.EndToEnd.Tests.Reliability;

/// <summary>
/// A signer, the lead of a district and the lead of the city press the buttons that count; something fails while each is under way. Whoever gets no
/// answer looks again, as people do, and presses again what was not done.
/// </summary>
internal sealed class DecidingPeople(PortalProcess portal, Uri address, Disturbance disturbance, Queue<string> kinds, Random random, CancellationToken cancellation)
{
    private const string Title = "2026年度市级绿色工厂名单";
    /// <summary>Packs, notices and lists there are going to be: each costs a case of its own, so that most moments of a long run are signatures.</summary>
    private readonly int _rounds = Math.Clamp(kinds.Count / 4, 1, 12);
    private readonly List<string> _sealed = [];
    private int _signed;
    private int _published;
    private int _again;
    private Guid _case;

    /// <summary>What was done, for the note of the run.</summary>
    public string Counts => $"{_signed} signatures, {_sealed.Count} packs, {_published} lists, {_again} pressed again";

    /// <summary>Completes the declaration that was begun, then signs it, withdraws it and signs it again.</summary>
    public async Task SignAsync(Guid declaration)
    {
        _case = declaration;
        var signer = await SignInAsync("signer@cement.example");
        var forms = new CementDeclaration(signer, $"/apply/{declaration}");
        await forms.CompleteAsync();
        while (kinds.Count > _rounds * 3)
        {
            if (_signed > 0)
            {
                await InsistAsync(signer, $"{forms.Home}/withdraw", "main form", new() { ["Reason"] = "数据需要重新核对。" }, forms.Home, IsWithdrawn);
                await InsistAsync(signer, forms.Home, "form[action*='Revive']", [], forms.Home, page => !IsWithdrawn(page));
            }

            await OpenAsync(signer, $"{forms.Home}/sign");
            _signed++;
            await PressAsync(
                () => signer.SubmitAsync("main form", new() { ["Promise"] = "true", ["Signature"] = "何景川" }),
                "/receipt",
                async () => Leads(await ServedAsync(signer, $"{forms.Home}/sign"), "/receipt"));
        }
    }

    /// <summary>Seals packs of one case each, then opens a notice and publishes a list for each.</summary>
    public async Task SealAndPublishAsync()
    {
        await using var services = ServicesOfPortal.Build(portal.Roles, Directory.CreateTempSubdirectory("greenfactory-e2e-services-").FullName);
        await MovedClock.SetAsync(services, portal.OwnerConnectionString, PortalDatabase.Start, cancellation);
        var cases = new List<DeclarationId>();
        var lead = await SignInAsync(DistrictReview.Lead);
        for (var round = 1; round <= _rounds; round++)
        {
            // What was connected before the server was killed is of no use any more.
            NpgsqlConnection.ClearAllPools();
            var id = await new CaseBuilder(services).ForNewOrganisation($"重庆风浪第{round}厂").SubmitAsync(cancellation);
            await new DistrictReview(services, id, cancellation).RecommendAsync();
            cases.Add(id);
            await OpenAsync(lead, "/district/recommendations");
            _sealed.Add(id.Value.ToString());
            await PressAsync(
                () => lead.SubmitAsync("form[action*='Seal']", new() { ["Checked"] = "true" }),
                "/district/packs/",
                async () => await ServedAsync(lead, "/district/recommendations") is not null && lead.Page.QuerySelectorAll("main a[href*='/district/packs/']").Length == round);
        }

        NpgsqlConnection.ClearAllPools();
        var city = new CityCases(services, cancellation);
        await MoveClockAsync(services, "2026-08-01 09:00");
        foreach (var id in cases)
        {
            await city.AssessAsync(await city.PassAsync(id));
        }

        foreach (var id in cases)
        {
            await PublishAsync(services, city, id);
        }
    }

    /// <summary>Everything that was decided is there once: submissions with their scores, packs, lists and certificates in one row of numbers.</summary>
    public async Task HoldsWhatWasDecidedAsync()
    {
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        Assert.Equal(Numbers(_signed), await ColumnAsync(source, $"select made.sequence::text from submission made where declaration_id = '{_case}' order by made.sequence"));
        Assert.Equal(Numbers(_sealed.Count), await ColumnAsync(source, "select pack.sequence::text from district_pack pack order by pack.sequence"));
        Assert.Equal(_sealed.Order(StringComparer.Ordinal), await ColumnAsync(source, "select declaration_id::text from district_pack_row order by declaration_id::text collate \"C\""));
        Assert.Equal(
            Enumerable.Range(1, _published).Select(number => string.Create(CultureInfo.InvariantCulture, $"2026-F-{number:D3}")),
            await ColumnAsync(source, "select certificate_number from honour where certificate_number like '2026-F-%' order by certificate_number"));
        Assert.Equal(_signed, await EventsAsync(source, $"kind = 'DeclarationSubmitted' and declaration_id = '{_case}'"));
        Assert.Equal(_sealed.Count, await EventsAsync(source, "kind = 'CaseReported'"));
        Assert.Equal(_published, await EventsAsync(source, "kind = 'ListPublished'"));
        var visitor = new Browser(NewClient());
        for (var number = 1; number <= _published; number++)
        {
            await visitor.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/verify?code=2026-F-{number:D3}"));
            Assert.Contains("核验通过", visitor.Text, StringComparison.Ordinal);
        }
    }

    private async Task PublishAsync(IServiceProvider services, CityCases city, DeclarationId id)
    {
        NpgsqlConnection.ClearAllPools();
        var decided = await city.AsAsync<DecideSelectionHandler, IReadOnlyList<SelectionOutcome>>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync([new SelectionItem(id, true, "名次在名额内")], cancellation));
        Assert.Empty(decided.SelectMany(outcome => outcome.Errors));
        var lead = await SignInAsync(CityCases.Lead);
        await OpenAsync(lead, "/city/notices");
        await PressAsync(
            () => lead.SubmitAsync("form[action*='Open']", new() { ["Input.Title"] = $"{Title}公示" }),
            "/city/notices",
            async () => await ServedAsync(lead, "/city/notices") is not null && lead.Text.Contains("拟入围 0 家待公示", StringComparison.Ordinal));

        NpgsqlConnection.ClearAllPools();
        var ends = (await city.AsPublicAsync<NoticeListQuery, NoticeList>(query => query.ListAsync(null, cancellation))).Notices.Max(notice => notice.EndsAt);
        await MoveClockAsync(services, ends.ToOffset(TimeSpan.FromHours(8)).AddMinutes(1).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
        lead = await SignInAsync(CityCases.Lead);
        await OpenAsync(lead, "/city/publication");
        _published++;
        await PressAsync(
            () => lead.SubmitAsync("form[action*='Publish']", new() { ["Input.Title"] = Title, ["Input.DocumentNumber"] = $"渝经信〔2026〕{_published}号（测试）" }),
            "/city/publication",
            async () => await ServedAsync(lead, "/city/publication") is not null && lead.Page.QuerySelector("form[action*='Publish']") is null);
    }

    /// <summary>Presses while something fails; then looks, and presses again until it is done. What was acknowledged has to be there at the first look.</summary>
    /// <param name="press">Sends the form.</param>
    /// <param name="leadsTo">Where an acknowledgement leads to.</param>
    /// <param name="isDone">What the person sees on looking again.</param>
    private async Task PressAsync(Func<Task<HttpResponseMessage>> press, string leadsTo, Func<Task<bool>> isDone)
    {
        var pressing = IsAcknowledgedAsync(press, leadsTo);
        await Task.Delay(random.Next(0, 300), cancellation);
        await disturbance.OnceAsync(kinds.Dequeue(), cancellation);
        var acknowledged = await pressing;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Disturbance.Patience);
        while (!await LooksAsync(isDone, patience.Token))
        {
            Assert.False(acknowledged, "acknowledged, and not there");
            _again++;
            acknowledged = await IsAcknowledgedAsync(press, leadsTo);
        }
    }

    private static bool IsWithdrawn(Browser page) => page.Page.QuerySelector("form[action*='Revive']") is not null;

    /// <summary>Sends a form as people do after a disturbance: again and again until the page that shows it says that it is done.</summary>
    private async Task InsistAsync(Browser browser, string path, string form, Dictionary<string, string> values, string shownAt, Func<Browser, bool> isDone)
    {
        await OpenAsync(browser, shownAt);
        for (var attempt = 0; !isDone(browser); attempt++)
        {
            Assert.True(attempt < 20, $"{path} was sent {attempt} times, and {shownAt} does not show it: {browser.Text}");
            await OpenAsync(browser, path);
            await IsAcknowledgedAsync(() => browser.SubmitAsync(form, values), shownAt);
            await OpenAsync(browser, shownAt);
        }
    }

    /// <summary>Opens a page as people do after a disturbance: again and again until it stands.</summary>
    private async Task OpenAsync(Browser browser, string path)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Disturbance.Patience);
        await LooksAsync(async () => await ServedAsync(browser, path) is { StatusCode: HttpStatusCode.OK } ? true : throw new PortalAwayException(), patience.Token);
    }

    private async Task<bool> LooksAsync(Func<Task<bool>> isDone, CancellationToken patience)
    {
        while (true)
        {
            try
            {
                return await isDone();
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException or PortalAwayException)
            {
                await Task.Delay(200, patience);
            }
        }
    }

    private static async Task<bool> IsAcknowledgedAsync(Func<Task<HttpResponseMessage>> press, string leadsTo)
    {
        try
        {
            using var answer = await press();
            return Leads(answer, leadsTo);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>What a page answers; a fault of the server is a reason to wait.</summary>
    private static async Task<HttpResponseMessage> ServedAsync(Browser browser, string path) =>
        await browser.GetAsync(path) is { StatusCode: < HttpStatusCode.BadRequest } answer ? answer : throw new PortalAwayException();

    private static bool Leads(HttpResponseMessage answer, string to) =>
        answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location?.ToString().Contains(to, StringComparison.Ordinal) is true;

    private async Task MoveClockAsync(IServiceProvider services, string beijing)
    {
        var anybody = new Browser(NewClient());
        await OpenAsync(anybody, "/dev/clock");
        await anybody.SubmitAsync("main form.gf-narrow", new() { ["At"] = beijing });
        var moment = DateTimeOffset.ParseExact(beijing + " +08:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
        await MovedClock.SetAsync(services, portal.OwnerConnectionString, moment.ToUniversalTime(), cancellation);
    }

    private async Task<Browser> SignInAsync(string email)
    {
        var browser = new Browser(NewClient());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Disturbance.Patience);
        await LooksAsync(
            async () =>
            {
                await ServedAsync(browser, "/account/sign-in");
                using var answer = await browser.SubmitAsync("main form", new() { ["Input.Email"] = email, ["Input.Password"] = DemonstrationAccounts.Password });
                return answer.StatusCode is HttpStatusCode.Redirect ? true : throw new PortalAwayException();
            },
            patience.Token);
        return browser;
    }

    private HttpClient NewClient() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };

    private static IEnumerable<string> Numbers(int last) => Enumerable.Range(1, last).Select(number => number.ToString(CultureInfo.InvariantCulture));

    private async Task<int> EventsAsync(NpgsqlDataSource source, string which) =>
        int.Parse(Assert.Single(await ColumnAsync(source, $"select count(*)::text from process_event where {which}")), CultureInfo.InvariantCulture);

    private async Task<List<string>> ColumnAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var values = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private sealed class PortalAwayException : Exception;
}
