using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Reviews;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>What a unit says to the proposal to remove it: itself, or on paper that the city records.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Answer">Its words.</param>
/// <param name="Paper">A file with it; the stream must seek. Null for none; the city records no answer without the scanned paper.</param>
/// <param name="PaperName">Name of the file.</param>
public sealed record AnswerRemoval(RemovalProposalId Proposal, string? Answer, Stream? Paper = null, string? PaperName = null);

/// <summary>Records the answer beside the proposal. The unit can add to its own while the time runs; one on paper is recorded once, where the unit has not answered here.</summary>
public sealed class AnswerRemovalHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CheckedFiles files)
{
    private const int ShortestAnswer = 5;
    private const int LongestAnswer = 2000;

    /// <summary>Answers.</summary>
    public async Task<Result> HandleAsync(AnswerRemoval input, CancellationToken cancellation)
    {
        var answer = WrittenText.Said(input.Answer);
        if (!WrittenText.IsBetween(answer, ShortestAnswer, LongestAnswer))
        {
            return new Error("removal.answer", LengthRules.Refusal("陈述意见", answer, ShortestAnswer, LongestAnswer), nameof(input.Answer));
        }

        if (OnPaper && input.Paper is null)
        {
            return RemovalErrors.AnswerWithoutPaper;
        }

        KeptFile? kept = null;
        if (input.Paper is { } content)
        {
            var paper = await files.KeepAsync(content, input.PaperName ?? "", AddRemovalPaperHandler.Kinds, cancellation);
            if (!paper.Succeeded)
            {
                return Result.Failure([paper.Error.At(nameof(input.Paper))]);
            }

            kept = paper.Value;
        }

        return await runner.RunAsync(ProcessKind.AnswerRemoval, null, process => AnswerAsync(process, input.Proposal, answer, kept, cancellation), cancellation);
    }

    /// <summary>Whether the city records what it was given on paper.</summary>
    private bool OnPaper => access.Scope.Desk is Desk.City;

    private async Task<Result> AnswerAsync(RunningProcess process, RemovalProposalId id, string answer, KeptFile? kept, CancellationToken cancellation)
    {
        if (await db.RemovalProposals.FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } proposal)
        {
            return ProcessErrors.NotFound;
        }

        var replied = OnPaper ? proposal.ReplyOnPaper(answer, access.Scope.PersonName, process.Now) : proposal.Reply(answer, access.Scope.PersonName, process.Now);
        if (!replied.Succeeded)
        {
            return replied;
        }

        if (kept is { } file)
        {
            db.Add(RemovalPaper.Create(new RemovalPaperId(process.NewId()), proposal, byUnit: true, new PaperFile(file.Name, FileKinds.MediaType(file.Kind), file.Length, file.Hash.Hex), access.Scope.PersonName, process.Now));
        }

        var name = await db.GreenUnits.Where(row => row.Id == proposal.GreenUnitId).Select(row => row.Name).FirstAsync(cancellation);
        process.Enqueue(NotifyRoles.Kind, new NotifyRoles([Role.CityOfficer, Role.CityLead], null, $"移出陈述意见：{name}", $"“{name}”就拟移出名录提交了陈述意见。", Destination.CityRemoval(id.Value)));
        process.Record(EventKind.RemovalAnswered, OnPaper ? $"登记“{name}”就拟移出名录提交的书面意见" : $"“{name}”就拟移出名录陈述意见", new { proposal = id.Value, paper = kept?.Hash.Hex });
        return Result.Success;
    }
}
