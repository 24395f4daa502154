using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Evidence;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Tests.Audit;

/// <summary>What used to happen without a word in the log: answers, files and photographs.</summary>
public sealed class UsedToBeSilentTests
{
    private const string Signer = "signer@cement.example";
    private const string Editor = "editor@cement.example";
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_are_one_event_for_a_sitting_and_files_one_each_folded_in_the_timeline()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var people = new CityCases(portal.Services, Cancellation);
        // Three saves and two files of the signer.
        var id = await new DraftCase(portal.Services, 2, Cancellation).BeginAsync();
        await SaveAsync(people, id, Editor, "editor");
        await SaveAsync(people, id, Signer, "once more");
        await portal.MoveClockAsync(PortalDatabase.Start + SaveSectionHandler.Sitting + TimeSpan.FromMinutes(1), Cancellation);
        await SaveAsync(people, id, Signer, "after the sitting");
        var file = await people.AsAsync<PortalDbContext, EvidenceId>(Signer, Desk.Apply, db => db.EvidenceFiles.OrderBy(row => row.FileName).Select(row => row.Id).FirstAsync(Cancellation));
        Done(await people.AsAsync<RemoveEvidenceHandler, Result>(Signer, Desk.Apply, handler => handler.HandleAsync(id, file, Cancellation)));

        var events = await EventsAsync(people, id);
        Assert.Equal(3, events.Count(kind => kind == nameof(EventKind.AnswersEdited)));
        Assert.Equal(2, events.Count(kind => kind == nameof(EventKind.EvidenceUploaded)));
        Assert.Equal(1, events.Count(kind => kind == nameof(EventKind.EvidenceRemoved)));
        var timeline = await people.AsAsync<CaseTimelineQuery, IReadOnlyList<TimelineEntry>>(Signer, Desk.Apply, query => query.ReadAsync(id, Cancellation));
        Assert.Single(timeline, entry => entry.Summary == "上传材料“证明1.pdf”等 2 份");
        Assert.Single(timeline, entry => entry.Summary == "移除材料“证明1.pdf”");
    }

    [Fact]
    public async Task A_photograph_of_a_visit_is_an_event_that_the_applicant_does_not_read()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var people = new CityCases(portal.Services, Cancellation);
        var id = await new CaseBuilder(portal.Services).SubmitAsync(Cancellation);
        var review = new DistrictReview(portal.Services, id, Cancellation);
        Done(await review.TakeAsync());
        Done(await review.RunAsync<PlanVisitHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new PlanVisit(id, new DateOnly(2026, 7, 8), "上午", "陈雨桐、田静"), Cancellation)));
        using var infected = new MemoryStream([.. Png, .. "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD"u8, .. "-ANTIVIRUS-TEST-FILE!$H+H*"u8]);
        Assert.Equal("file.infected", (await review.RunAsync<AddVisitPhotoHandler, Result>(DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(id, infected, "现场.png", Cancellation))).Error.Code);
        using var photo = new MemoryStream(Png);
        Done(await review.RunAsync<AddVisitPhotoHandler, Result>(DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(id, photo, "现场.png", Cancellation)));

        Assert.Contains(nameof(EventKind.VisitPhotoAdded), await EventsAsync(people, id));
        var timeline = await people.AsAsync<CaseTimelineQuery, IReadOnlyList<TimelineEntry>>(Signer, Desk.Apply, query => query.ReadAsync(id, Cancellation));
        Assert.DoesNotContain(timeline, entry => entry.Kind == nameof(EventKind.VisitPhotoAdded));
    }

    private static void Done(Result outcome) => Assert.True(outcome.Succeeded, outcome.Succeeded ? "" : outcome.Error.Message);

    private static async Task SaveAsync(CityCases people, DeclarationId id, string person, string text) =>
        Done((await people.AsAsync<SaveSectionHandler, Result<SectionSaved>>(person, Desk.Apply, handler => handler.HandleAsync(
            new SaveSection(id, "profile", FormToken.Open(99), new Dictionary<string, IReadOnlyList<string>> { ["p.address"] = [text] }, null), Cancellation))).ToResult());

    private static Task<List<string>> EventsAsync(CityCases people, DeclarationId id) => people.AsAsync<PortalDbContext, List<string>>(
        CityCases.Officer, Desk.City, db => db.ProcessEvents.Where(row => row.DeclarationId == id).OrderBy(row => row.Sequence).Select(row => row.Kind).ToListAsync(Cancellation));
}
