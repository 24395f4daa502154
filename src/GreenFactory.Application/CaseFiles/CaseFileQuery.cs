using System.Globalization;
using System.Text.Json;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Departments;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.RuleLibrary.Values;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.CaseFiles;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.CaseFiles;

/// <summary>A case file as it is handed out.</summary>
/// <param name="Name">File name.</param>
/// <param name="Text">Its canonical text; null where the frozen score is not what was frozen, and nothing of it may be handed out.</param>
public sealed record IssuedCaseFile(string Name, string? Text);

/// <summary>Makes the case file of a case: the latest frozen score of the first party that has one, with everything it rests on, signed. At most twenty-one queries.</summary>
public sealed class CaseFileQuery(PortalDbContext db, FrozenScoreReader scores, ConfirmedValuesReader confirmed, OpinionHistoryQuery history, SignCaseFileHandler signer)
{
    /// <summary>The file; null when this person sees no such case, or nothing of it was frozen.</summary>
    /// <param name="id">The case.</param>
    /// <param name="parties">Whose values, the ones to prefer first.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IssuedCaseFile?> ReadAsync(DeclarationId id, IReadOnlyList<ScoreParty> parties, CancellationToken cancellation)
    {
        var found = await db.Declarations.AsNoTracking().Where(row => row.Id == id).Select(row => new
        {
            row.CaseNumber,
            Organisation = db.Organisations.First(o => o.Id == row.OrganisationId),
            District = db.Districts.Where(d => d.Id == row.DistrictId).Select(d => d.Name).First(),
            Submission = db.Submissions.Where(s => s.DeclarationId == row.Id).OrderByDescending(s => s.Sequence).FirstOrDefault(),
        }).FirstOrDefaultAsync(cancellation);
        if (found?.Submission is null || await FirstAsync(id, parties, cancellation) is not { } score)
        {
            return null;
        }

        var name = $"案件文件-{found.CaseNumber}-{Party(score.Score.Party)}.json";
        if (!score.Intact)
        {
            return new IssuedCaseFile(name, null);
        }

        var files = await db.EvidenceFiles.AsNoTracking().Where(file => file.DeclarationId == id).Select(file => new { file.SubjectCode, file.ContentHash, file.UploadedAt }).ToListAsync(cancellation);
        var given = files.ToLookup(file => (file.SubjectCode, file.ContentHash), file => file.UploadedAt);
        var subject = new CaseFileSubject(
            found.CaseNumber,
            found.Organisation.Name,
            found.Organisation.CreditCode.Value,
            found.District,
            Party(score.Score.Party),
            Moment(found.Submission.SubmittedAt),
            Moment(score.Score.FrozenAt),
            score.Score.ContentHash,
            [.. SubmissionSnapshot.Read(found.Submission.Snapshot).Evidence.Select(file => new CaseFileEvidence(
                file.Subject, file.Name, file.Sha256, given[(file.Subject, file.Sha256)].Order().Select(Moment).FirstOrDefault() ?? ""))])
        {
            Opinions = await OpinionsAsync(id, cancellation),
        };
        var document = CaseFile.Build(subject, score.RuleSet, score.Facts, score.Sheet, await confirmed.ReadAsync(cancellation));
        return new IssuedCaseFile(name, CaseFile.Write(document, await signer.HandleAsync(CaseFile.ToSign(document), cancellation)));
    }

    /// <summary>Every version of what the departments said, as far as this desk reads it: to an applicant the database shows none.</summary>
    private async Task<IReadOnlyList<CaseFileQuestion>> OpinionsAsync(DeclarationId id, CancellationToken cancellation)
    {
        var asked = await db.DepartmentOpinions.AsNoTracking().Where(row => row.DeclarationId == id)
            .Join(db.Departments, opinion => opinion.DepartmentId, department => department.Id, (opinion, department) => new { department.Name, Opinion = opinion })
            .ToListAsync(cancellation);
        if (asked.Count == 0)
        {
            return [];
        }

        var versions = await history.ReadAsync(id, cancellation);
        return [.. asked.OrderBy(row => row.Name, StringComparer.Ordinal).Select(row => new CaseFileQuestion(
            row.Name,
            Word(row.Opinion.State),
            Moment(row.Opinion.AskedAt),
            [.. versions[row.Opinion.Id].Select(said => new CaseFileOpinion(
                said.Sequence, Word(said.Kind), said.Text, said.Reason, said.GivenByName, Moment(said.GivenAt), said.AttachmentName ?? "", said.AttachmentHash ?? ""))]))];
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Party(ScoreParty party) => party.ToString().ToLowerInvariant();

    private static string Moment(DateTimeOffset moment) => ChinaTime.Of(moment).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private async Task<ReplayedScore?> FirstAsync(DeclarationId id, IReadOnlyList<ScoreParty> parties, CancellationToken cancellation)
    {
        foreach (var party in parties)
        {
            if (await scores.ReadLatestAsync(id, party, cancellation) is { } score)
            {
                return score;
            }
        }

        return null;
    }
}
