using System.Collections.Concurrent;
using System.Globalization;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GreenFactory.Application.Tests.Declarations;

/// <summary>Two people type into the same section at the same time, on two machines with an unreliable network between them and the portal.</summary>
public sealed class TwoPeopleTests
{
    private const int EditsOfEach = 1000;
    private static readonly string[] Fields = ["p.address", "p.department", "p.contact", "p.process", "p.green"];

    [Fact]
    public async Task Of_2_000_edits_on_one_section_none_is_lost_and_every_conflict_is_shown()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var portal = await PortalDatabase.OpenAsync(cancellation);
        var declaration = await BeginAsync(portal.Services, cancellation);
        var history = new ConcurrentBag<Saved>();
        await using var office = await PersonScope.OpenAsync(portal.Services, "signer@cement.example", Desk.Apply, cancellation);
        await using var workshop = await PersonScope.OpenAsync(portal.Services, "editor@cement.example", Desk.Apply, cancellation);
        var signer = new Typist(office.ServiceProvider, "signer", declaration, history, seed: 1);
        var editor = new Typist(workshop.ServiceProvider, "editor", declaration, history, seed: 2);

        await Task.WhenAll(signer.TypeAsync(EditsOfEach, cancellation), editor.TypeAsync(EditsOfEach, cancellation));

        Assert.Equal(2 * EditsOfEach, signer.Edits + editor.Edits);
        Assert.True(signer.Conflicts > 20 && editor.Conflicts > 20, $"{signer.Conflicts} and {editor.Conflicts} conflicts: the two did not meet.");
        var stored = await ReadAsync(office.ServiceProvider, declaration, cancellation);
        foreach (var field in Fields)
        {
            var saves = history.Where(save => save.Field == field).OrderBy(save => save.Revision).ToList();
            Assert.Equal(saves.Count, saves.Select(save => save.Revision).Distinct().Count());
            Assert.Equal(saves[^1].Text, stored.Answers.Text(field));

            // Nobody's answer was replaced by somebody who had not seen it.
            foreach (var (earlier, later) in saves.Zip(saves.Skip(1)))
            {
                Assert.True(later.Form == earlier.Form || later.Base >= earlier.Revision, $"{field}: “{later.Text}” replaced “{earlier.Text}” unseen.");
            }
        }

        // A save that arrived twice, or late, did nothing: every revision is one acknowledged save of at least one field.
        Assert.Equal(history.Select(save => save.Revision).Distinct().Count(), stored.Revision);
    }

    private static async Task<DeclarationId> BeginAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = await PersonScope.OpenAsync(services, "signer@cement.example", Desk.Apply, cancellation);
        var works = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Organisations
            .Where(row => row.Name == DemonstrationAccounts.CementWorks).Select(row => row.Id).SingleAsync(cancellation);
        return (await scope.ServiceProvider.GetRequiredService<BeginDeclarationHandler>().HandleAsync(new BeginDeclaration(works, DeclarationPurpose.NewEntry), cancellation)).Value;
    }

    private static async Task<(int Revision, SectionAnswers Answers)> ReadAsync(IServiceProvider person, DeclarationId declaration, CancellationToken cancellation)
    {
        var section = await person.GetRequiredService<PortalDbContext>().AnswerSections.AsNoTracking().SingleAsync(row => row.DeclarationId == declaration, cancellation);
        return (section.Revision, SectionAnswers.Read(section.Answers));
    }

    /// <summary>One acknowledged save of one field.</summary>
    private sealed record Saved(string Field, string Text, int Revision, int Base, string Form);

    /// <summary>A person with a page: types, is told of conflicts, decides each one, now and then opens the page again, and has a network that repeats itself.</summary>
    private sealed class Typist(IServiceProvider person, string name, DeclarationId declaration, ConcurrentBag<Saved> history, int seed)
    {
        private readonly Random random = new(seed);
        private SaveSection? sentBefore;
        private FormToken page = FormToken.Open(0);
        private int number;

        public int Edits { get; private set; }

        public int Conflicts { get; private set; }

        public async Task TypeAsync(int edits, CancellationToken cancellation)
        {
            while (Edits < edits)
            {
                Edits++;
                var field = Fields[random.Next(Fields.Length)];
                var text = string.Create(CultureInfo.InvariantCulture, $"{name} {Edits}");
                if (Edits % 50 == 0)
                {
                    page = FormToken.Open((await ReadAsync(person, declaration, cancellation)).Revision);
                }

                await SaveAsync(field, text, page, cancellation);
                if (Edits % 7 == 0 && sentBefore is { } late)
                {
                    var again = await SendAsync(late, cancellation);
                    Assert.DoesNotContain(again.Conflicts, conflict => conflict.Mine[0] == text);
                }
            }
        }

        private async Task SaveAsync(string field, string text, FormToken token, CancellationToken cancellation)
        {
            var command = new SaveSection(declaration, "profile", token, new Dictionary<string, IReadOnlyList<string>> { [field] = [text] }, null, new SaveKey(token.Form, ++number));
            var outcome = await SendAsync(command, cancellation);
            if (outcome.Conflicts is [var conflict])
            {
                Conflicts++;
                Assert.Equal(text, conflict.Mine[0]);
                Assert.NotEqual(text, conflict.Theirs[0]);
                if (random.Next(2) == 0)
                {
                    await SaveAsync(field, text, token with { Revision = outcome.Revision }, cancellation);
                }

                return;
            }

            history.Add(new Saved(field, text, outcome.Revision, token.Revision, token.Form));
            sentBefore = command;
        }

        private async Task<SectionSaved> SendAsync(SaveSection command, CancellationToken cancellation)
        {
            person.GetRequiredService<PortalDbContext>().ChangeTracker.Clear();
            var outcome = await person.GetRequiredService<SaveSectionHandler>().HandleAsync(command, cancellation);
            Assert.True(outcome.Succeeded, outcome.Succeeded ? "" : outcome.Error.Message);
            return outcome.Value;
        }
    }
}
