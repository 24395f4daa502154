using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>Answers typed into a section.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Section">The section.</param>
/// <param name="Token">What the form was shown.</param>
/// <param name="Values">What the form holds, by field; an empty list clears a field.</param>
/// <param name="Shown">What the form held when it was opened, by field: what was not touched is not saved. Null when only touched fields are sent.</param>
/// <param name="Key">Names this save; one that arrives twice changes nothing. Null for a form that is sent without a script.</param>
public sealed record SaveSection(
    DeclarationId Declaration,
    string Section,
    FormToken Token,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Values,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Shown,
    SaveKey? Key = null)
{
    /// <summary>Names of earlier forms of the same person whose last saves were never acknowledged; what they saved is that person's own and no conflict.</summary>
    public IReadOnlyList<string> Former { get; init; } = [];

    /// <summary>Whether the answers belong together, as those of rows that move do: all of them are saved, the unchanged ones too, or none is.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>A field that somebody else changed since the form was opened.</summary>
/// <param name="Field">The field.</param>
/// <param name="Theirs">What is saved now.</param>
/// <param name="Mine">What the person typed.</param>
/// <param name="ByName">Who saved it.</param>
public sealed record FieldConflict(string Field, IReadOnlyList<string> Theirs, IReadOnlyList<string> Mine, string ByName);

/// <summary>What became of a save.</summary>
/// <param name="Revision">The section's revision now.</param>
/// <param name="Conflicts">Fields that were not saved because somebody else changed them; every other field was saved.</param>
/// <param name="Locked">Fields that were not saved because the return does not name them.</param>
/// <param name="Refused">Fields that were not saved because they are longer than any answer may be, with what to do.</param>
public sealed record SectionSaved(int Revision, IReadOnlyList<FieldConflict> Conflicts, IReadOnlyList<string> Locked, IReadOnlyList<SectionNote> Refused)
{
    /// <summary>Fields that another form had already given the very values sent: this form has seen them now, at this revision, and its next answer is no conflict with them.</summary>
    public IReadOnlyList<string> Standing { get; init; } = [];

    /// <summary>Whether something stood in the way; of a save that is whole, nothing was saved then.</summary>
    public bool HasObstacle => Conflicts.Count + Locked.Count + Refused.Count > 0;
}

/// <summary>What a save means for the answers as they stand.</summary>
internal sealed record SectionChange(Dictionary<string, FieldAnswer> Answers, List<FieldConflict> Conflicts, List<string> Locked, List<SectionNote> Refused, List<string> Standing);

/// <summary>
/// Saves answers as typed. People who change different fields of one section never disturb each other; for a field that both changed nothing is
/// overwritten without a decision.
/// </summary>
public sealed class SaveSectionHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, RuleSetOfCaseReader ruleSets, UnlockedPlacesReader unlocked)
{
    /// <summary>Most characters of one answer, whatever the field's own limit.</summary>
    public const int LongestAnswer = 4000;

    /// <summary>How long a sitting lasts: the saves of one person on one case in it are one event, so that a timeline stays readable and no save waits for the log.</summary>
    public static readonly TimeSpan Sitting = TimeSpan.FromHours(4);

    private const int Attempts = 5;

    /// <summary>Saves; also after the deadline, so that nothing typed is lost, as long as the case can be edited.</summary>
    public async Task<Result<SectionSaved>> HandleAsync(SaveSection command, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outcome = await runner.RunAsync(ProcessKind.SaveSection, null, process => SaveAsync(command, process, cancellation), cancellation);
            var raced = !outcome.Succeeded && (outcome.Error == ProcessErrors.ChangedMeanwhile || outcome.Error == ProcessErrors.Duplicate);
            if (!raced || attempt == Attempts)
            {
                return outcome;
            }
        }
    }

    private async Task<Result<SectionSaved>> SaveAsync(SaveSection command, RunningProcess process, CancellationToken cancellation)
    {
        // One save of a section after the other: two people who type fast would otherwise make each other's saves fail again and again.
        var turn = $"{command.Declaration.Value}/{command.Section}";
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({turn}, 0))", cancellation);
        if (await db.Declarations.FirstOrDefaultAsync(row => row.Id == command.Declaration, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        if (!declaration.IsEditable)
        {
            return DeclarationErrors.NotEditable(declaration.State);
        }

        var ruleSet = declaration.RuleSetVersionId is { } version ? await ruleSets.ReadAsync(version, cancellation) : null;
        if (!SectionLayout.Knows(ruleSet, command.Section))
        {
            return ApplicantErrors.NoSuchSection;
        }

        var section = await db.AnswerSections.FirstOrDefaultAsync(row => row.DeclarationId == declaration.Id && row.SectionCode == command.Section, cancellation);
        if (section is null)
        {
            section = AnswerSection.Create(declaration, command.Section);
            db.Add(section);
        }

        var known = SectionLayout.Fields(declaration.Kind, ruleSet?.RuleSet, command.Section).ToHashSet();
        var answers = SectionAnswers.Read(section.Answers);
        var open = await unlocked.ReadAsync(declaration, cancellation);
        var change = Compare(command, answers, known, open, section.Revision + 1);
        if (change.Answers.Count > 0)
        {
            section.Save(answers.With(change.Answers).Write(), access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
            await RecordSittingAsync(declaration, section, process, cancellation);
        }
        else
        {
            process.LeaveAsItIs();
        }

        return new SectionSaved(section.Revision, change.Conflicts, change.Locked, change.Refused) { Standing = change.Standing };
    }

    /// <summary>The first save of a sitting is recorded; one query, and one event where a sitting begins.</summary>
    private async Task RecordSittingAsync(Declaration declaration, AnswerSection section, RunningProcess process, CancellationToken cancellation)
    {
        var (person, since) = (access.Scope.RequiredUser, process.Now - Sitting);
        var sits = await db.ProcessEvents.AnyAsync(
            e => e.DeclarationId == declaration.Id && e.OccurredAt > since && e.Kind == nameof(EventKind.AnswersEdited) && db.Processes.Any(row => row.Id == e.ProcessId && row.ActorId == person),
            cancellation);
        if (!sits)
        {
            process.Record(EventKind.AnswersEdited, declaration, "填写申报内容", new { section = section.SectionCode, section.Revision });
        }
    }

    private SectionChange Compare(SaveSection command, SectionAnswers saved, HashSet<FormField> known, UnlockedPlaces open, int next)
    {
        var change = new SectionChange([], [], [], [], []);
        var oneLine = ProfileFields.All.Where(field => field.Kind is not ProfileFieldKind.LongText).Select(field => FormField.OfProfile(field.Code).Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (field, typed) in command.Values)
        {
            if (FormField.Read(field) is not { } place || !known.Contains(place.Owner))
            {
                continue;
            }

            IReadOnlyList<string> mine = [.. typed.Select(text => oneLine.Contains(field) ? ComparableText.WithoutInvisible(text) : text).Where(text => !WrittenText.SaysNothing(text))];
            var untouched = command.Shown is { } shown && shown.TryGetValue(field, out var before) && before.Where(text => !WrittenText.SaysNothing(text)).SequenceEqual(mine);
            var current = saved.Fields.GetValueOrDefault(field);
            var use = command.Key?.UseIn(current, mine) ?? SaveKeyUse.New;
            var unseen = current is not null && current.Revision > command.Token.Revision && current.Form != command.Token.Form && !command.Former.Contains(current.Form);
            if (untouched || (!command.IsWhole && (current?.Values ?? []).SequenceEqual(mine)) || use is SaveKeyUse.Done)
            {
                if (unseen && !untouched)
                {
                    change.Standing.Add(field);
                }

                continue;
            }

            if (!open.Field(place))
            {
                change.Locked.Add(field);
            }
            else if (mine.Sum(WrittenText.Count) is > LongestAnswer and var length)
            {
                change.Refused.Add(new SectionNote(field, $"最多 {LongestAnswer} 字，现在有 {length} 字，没有保存。请删减，较长的内容请作为材料上传。"));
            }
            else if (use is SaveKeyUse.OfOtherContent || unseen)
            {
                change.Conflicts.Add(new FieldConflict(field, current!.Values, mine, current.ByName));
            }
            else
            {
                change.Answers[field] = new FieldAnswer(mine, next, command.Token.Form, access.Scope.PersonName) { Keys = FieldAnswer.KeysAfter(current, command.Key, mine) };
            }
        }

        if (command.IsWhole && new SectionSaved(next, change.Conflicts, change.Locked, change.Refused).HasObstacle)
        {
            change.Answers.Clear();
        }

        return change;
    }
}
