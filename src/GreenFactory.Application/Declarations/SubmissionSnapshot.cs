using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GreenFactory.Domain.Evidence;

namespace GreenFactory.Application.Declarations;

/// <summary>A piece of evidence as it stood at a submission.</summary>
/// <param name="Subject">Code of the gate or indicator.</param>
/// <param name="Name">File name.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Sha256">SHA-256 of the content in hexadecimal.</param>
public sealed record SnapshotEvidence(string Subject, string Name, long Length, string Sha256);

/// <summary>What was submitted besides the score: who, by which rules, every answer as typed, every file by its hash.</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="Organisation">Registered name.</param>
/// <param name="CreditCode">统一社会信用代码.</param>
/// <param name="District">The district.</param>
/// <param name="IndustryCode">GB/T 4754—2017 class; null for parks.</param>
/// <param name="RuleSet">Title of the rule set.</param>
/// <param name="RuleSetReason">Why it applies.</param>
/// <param name="Answers">Answers as typed, by field name; several for a multi-choice.</param>
/// <param name="Evidence">The files.</param>
public sealed record SubmissionSnapshot(
    string CaseNumber,
    string Organisation,
    string CreditCode,
    string District,
    string? IndustryCode,
    string RuleSet,
    string RuleSetReason,
    SortedDictionary<string, IReadOnlyList<string>> Answers,
    IReadOnlyList<SnapshotEvidence> Evidence)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The snapshot of a case whose rule set is chosen. Quarantined files are no evidence.</summary>
    public static SubmissionSnapshot Of(ApplicantCase work)
    {
        var answers = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (field, answer) in work.Answers.Values.SelectMany(section => section.Fields).Where(field => field.Value.Values.Count > 0))
        {
            answers[field] = answer.Values;
        }

        return new SubmissionSnapshot(
            work.Declaration.CaseNumber,
            work.Organisation.Name,
            work.Organisation.CreditCode.ToString(),
            work.District.Name,
            work.Declaration.IndustryCode,
            work.RuleSet!.RuleSet.Title,
            work.Declaration.RuleSetReason,
            answers,
            [.. work.Evidence
                .Where(file => file.Scan is not ScanState.Quarantined)
                .OrderBy(file => file.SubjectCode, StringComparer.Ordinal).ThenBy(file => file.UploadedAt)
                .Select(file => new SnapshotEvidence(file.SubjectCode, file.FileName, file.Length, file.ContentHash))]);
    }

    /// <summary>What was typed into a field; empty when nothing was.</summary>
    public IReadOnlyList<string> Typed(string field) => Answers.GetValueOrDefault(field) ?? [];

    /// <summary>Reads a stored snapshot.</summary>
    public static SubmissionSnapshot Read(string json) => JsonSerializer.Deserialize<SubmissionSnapshot>(json, Options)!;

    /// <summary>The stored form.</summary>
    public string Write() => JsonSerializer.Serialize(this, Options);
}
