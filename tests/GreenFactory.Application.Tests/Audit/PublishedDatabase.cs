using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Reviews;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Audit;

/// <summary>A database with a pack, a notice and a published list of two units, whose head was kept afterwards. Each test undoes what it does.</summary>
public sealed class PublishedDatabase : IAsyncLifetime
{
    private PortalDatabase? database;

    /// <summary>The database.</summary>
    public PortalDatabase Database => database!;

    /// <summary>The published list.</summary>
    public PublicationPage Published { get; private set; } = null!;

    /// <summary>The people of the city.</summary>
    public CityCases City { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        database = await PortalDatabase.OpenAsync(cancellation);
        City = new CityCases(database.Services, cancellation);
        var lists = new PublishedLists(City, to => database.MoveClockAsync(to, cancellation), cancellation);
        await ReturnAsync(cancellation);
        var recommended = await new CaseBuilder(database.Services).ForNewOrganisation("重庆封存厂").WithEvidence("energy_intensity", "电表.pdf", "application/pdf", SmallPdf.Saying("meter")).SubmitAsync(cancellation);
        await new DistrictReview(database.Services, recommended, cancellation).RecommendAsync();
        await new DistrictReview(database.Services, recommended, cancellation).SealAsync();
        Published = await lists.PublishAsync("2026年度市级绿色工厂名单", await City.AssessAsync("重庆核验甲厂"), await City.AssessAsync("重庆核验乙厂"));
        await using var scope = database.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(PortalSeeder.Chongqing.Id));
        var heads = scope.ServiceProvider.GetRequiredService<KeepCheckpointHandler>();
        Assert.Equal(CheckpointOutcome.Kept, await heads.HandleAsync(cancellation));
        Assert.Equal(CheckpointOutcome.KeptBefore, await heads.HandleAsync(cancellation));
    }

    /// <summary>A case that the district returned, answered by its applicant.</summary>
    private async Task ReturnAsync(CancellationToken cancellation)
    {
        var returned = new DistrictReview(Database.Services, await new CaseBuilder(Database.Services).SubmitAsync(cancellation), cancellation);
        await returned.TakeAsync();
        var item = new ItemToCorrect(ChangeSubject.Indicator, "energy_intensity", "能源消耗强度", "请核对合格产量。");
        Assert.True((await returned.RunAsync<ReturnCaseHandler, Result>(
            DistrictReview.Officer, Desk.District, handler => handler.HandleAsync(new ReturnCase(returned.Id, new DateOnly(2026, 7, 12), [item]), cancellation))).Succeeded);
        const string signer = "signer@cement.example";
        var asked = await returned.RunAsync<ChangeRequestReader, ChangeRequestItemId>(signer, Desk.Apply, async reader => (await reader.ReadAsync(returned.Id, cancellation))[0].Items[0].Id);
        Assert.True((await returned.RunAsync<AnswerChangeRequestHandler, Result>(
            signer, Desk.Apply, handler => handler.HandleAsync(new AnswerChangeRequest(returned.Id, [new AnswerToItem(asked, "已扣除委托加工。")]), cancellation))).Succeeded);
    }

    /// <summary>A connection of the owner who changes something behind the portal's back.</summary>
    internal Task<NpgsqlConnection> OpenAsTamperingOwnerAsync(string sql, CancellationToken cancellation) => TamperingOwner.OpenAsync(Database.OwnerConnectionString, sql, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
