using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Reviews;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A falsification found in a case.</summary>
/// <param name="CaseNumber">Number of the case.</param>
/// <param name="Facts">What was falsified or concealed.</param>
/// <param name="Paper">The document that proves it; the stream must seek. Null where none was given.</param>
/// <param name="PaperName">Name of the document.</param>
public sealed record RecordFalsification(string? CaseNumber, string? Facts, Stream? Paper, string? PaperName);

/// <summary>Records it with its proof; it bars nobody before the lead, another person, has confirmed it.</summary>
public sealed class RecordFalsificationHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CheckedFiles files)
{
    private const int ShortestFacts = 10;
    private const int LongestFacts = 1000;

    /// <summary>Records.</summary>
    public async Task<Result> HandleAsync(RecordFalsification input, CancellationToken cancellation)
    {
        var facts = WrittenText.Said(input.Facts);
        if (!WrittenText.IsBetween(facts, ShortestFacts, LongestFacts))
        {
            return new Error("falsification.facts", LengthRules.Refusal("事实", facts, ShortestFacts, LongestFacts), nameof(input.Facts));
        }

        if (input.Paper is not { } content)
        {
            return new Error("falsification.paper", "请附查实的证明材料。", nameof(input.Paper));
        }

        var kept = await files.KeepAsync(content, input.PaperName ?? "", AddRemovalPaperHandler.Kinds, cancellation);
        return kept.Succeeded
            ? await runner.RunAsync(ProcessKind.RecordFalsification, null, process => RecordAsync(process, WrittenText.Said(input.CaseNumber), facts, kept.Value, cancellation), cancellation)
            : Result.Failure([kept.Error.At(nameof(input.Paper))]);
    }

    private async Task<Result> RecordAsync(RunningProcess process, string number, string facts, KeptFile file, CancellationToken cancellation)
    {
        if (await db.Declarations.FirstOrDefaultAsync(row => row.CaseNumber == number, cancellation) is not { } declaration)
        {
            return new Error("falsification.case", "没有这个编号的案件。", nameof(RecordFalsification.CaseNumber));
        }

        var code = await db.Organisations.Where(row => row.Id == declaration.OrganisationId).Select(row => row.CreditCode).FirstAsync(cancellation);
        db.Add(FalsificationFinding.Record(
            new FalsificationFindingId(process.NewId()), declaration, code, facts, new PaperFile(file.Name, FileKinds.MediaType(file.Kind), file.Length, file.Hash.Hex), access.Scope.RequiredUser, access.Scope.PersonName, process.Now));
        process.Record(EventKind.FalsificationRecorded, declaration, $"登记弄虚作假：{facts}", new { paper = file.Hash.Hex });
        return Result.Success;
    }
}
