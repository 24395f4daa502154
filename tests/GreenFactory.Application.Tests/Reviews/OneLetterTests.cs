using GreenFactory.Application.Data;
using GreenFactory.Application.Departments;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Application.Tests.Reviews;

/// <summary>What people are told says which unit is meant, what is asked and by when, leads there, and comes once.</summary>
public sealed class OneLetterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Questions_asked_one_after_the_other_are_one_letter_for_a_department_and_a_message_about_a_case_names_it()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var people = new CityCases(portal.Services, Cancellation);
        foreach (var name in new[] { "重庆甲水泥厂", "重庆乙水泥厂", "重庆丙水泥厂" })
        {
            var review = new DistrictReview(portal.Services, await new CaseBuilder(portal.Services).ForNewOrganisation(name).SubmitAsync(Cancellation), Cancellation);
            await review.TakeAsync();
            Assert.True((await review.AskAsync()).Succeeded);
        }

        await WorkAsync(portal);
        Assert.Empty(await MessagesAsync(people, "ecology@fuling.example", Desk.Departments));
        await portal.MoveClockAsync(PortalDatabase.Start + 2 * NotifyDepartments.Gathering, Cancellation);
        var letters = await WorkAsync(portal);

        var asked = Assert.Single(await MessagesAsync(people, "ecology@fuling.example", Desk.Departments));
        Assert.Equal("请反馈意见：3 项", asked.Title);
        Assert.All(new[] { "1. ", "2. ", "3. ", "重庆甲水泥厂", "重庆乙水泥厂", "重庆丙水泥厂", "7月13日" }, word => Assert.Contains(word, asked.Body, StringComparison.Ordinal));
        Assert.Equal(Destination.Questions.In(2026), asked.Destination);
        var letter = Assert.Single(letters, text => text.Contains("ecology@fuling.example", StringComparison.Ordinal));
        Assert.Contains("https://portal.example/Questions/2026", letter, StringComparison.Ordinal);
        var taken = (await MessagesAsync(people, "signer@cement.example", Desk.Apply)).Where(row => row.Title == "申报已受理").ToList();
        Assert.Equal(3, taken.Count);
        Assert.Contains(taken, row => row.Body.StartsWith("单位：重庆甲水泥厂\n案件：", StringComparison.Ordinal) && row.Destination.Place is Place.Case);
    }

    /// <summary>Does the work of the outbox until none is due, and returns the letters it wrote.</summary>
    private static async Task<List<string>> WorkAsync(PortalDatabase portal)
    {
        var letters = new List<string>();
        for (var more = true; more;)
        {
            await using var unit = PersonScope.OpenSystem(portal.Services);
            more = await unit.ServiceProvider.GetRequiredService<NextOutboxMessageHandler>().HandleAsync(Cancellation) is not null;
        }

        foreach (var file in Directory.EnumerateFiles(portal.DataFolder, "*.eml", SearchOption.AllDirectories))
        {
            var letter = await MimeKit.MimeMessage.LoadAsync(file, Cancellation);
            letters.Add($"{letter.To} {letter.TextBody}");
        }

        return letters;
    }

    private static Task<List<Message>> MessagesAsync(CityCases people, string email, Desk desk) => people.AsAsync<PortalDbContext, List<Message>>(
        email, desk, db => db.Messages.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Cancellation));
}
