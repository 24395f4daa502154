using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Application.Audit.Verification;

/// <summary>
/// What the log says of rows that decide or are shown, the last that was said of each: evidence, submissions, returns and their answers, rulings, visits, conclusions,
/// objections, decisions, who sealed and the state of a case. <see cref="StoredRows"/> reads the same of the tables.
/// </summary>
public sealed class RecordedRows
{
    private readonly Dictionary<RowKey, string> said = [];
    private readonly Dictionary<(EventKind Kind, Guid? Case), int> times = [];

    /// <summary>What was said, by row.</summary>
    public IReadOnlyDictionary<RowKey, string> Said => said;

    /// <summary>Takes in what an event says.</summary>
    public void Add(EventLogEntry entry)
    {
        if (!Enum.TryParse<EventKind>(entry.Kind, out var kind))
        {
            return;
        }

        if (entry.CaseId is { } id && StateAfter(kind, entry) is { } state)
        {
            Say(StoredRows.Case, id.ToString(), state.ToString());
        }

        switch (kind)
        {
            case EventKind.EvidenceUploaded:
                Say(StoredRows.Evidence, Text(entry, "evidence"), StoredRows.OfEvidence(Text(entry, "subject"), Text(entry, "hash"), entry.Summary, removed: false));
                break;
            case EventKind.EvidenceRemoved when Text(entry, "evidence") is { } removed && said.TryGetValue(new(StoredRows.Evidence, removed), out var kept):
                Say(StoredRows.Evidence, removed, StoredRows.Removed(kept));
                break;
            case EventKind.DeclarationSubmitted or EventKind.DeclarationResubmitted:
                Say(StoredRows.Submission, Text(entry, "receiptNumber"), StoredRows.Join(entry.CaseId.ToString(), Text(entry, "contentHash"), entry.ActorName));
                break;
            case EventKind.IndicatorAccepted or EventKind.IndicatorRuled when Node(entry) is { } verdict && verdict["sequence"] is { } sequence:
                Say(
                    StoredRows.Verdict,
                    StoredRows.Join(entry.CaseId.ToString(), Text(entry, "indicator"), sequence.ToJsonString()),
                    StoredRows.Join(Text(entry, "kind") ?? nameof(VerdictKind.Accept), Text(entry, "reason") ?? "", verdict["corrections"] is { } corrected ? CanonicalJson.Canonicalise(corrected.ToJsonString()) : "[]"));
                break;
            case EventKind.CaseReturned:
                SayOfReturn(entry, Time(kind, entry) + 1, item => StoredRows.Join((string?)item["subject"], (string?)item["code"], (string?)item["text"], ""));
                times[(kind, entry.CaseId)] = Time(kind, entry) + 1;
                break;
            case EventKind.CorrectionsAnswered:
                SayOfReturn(entry, Time(EventKind.CaseReturned, entry), item => StoredRows.Join([.. StoredRows.Parts(Asked(entry, item))[..^1], (string?)item["answer"]]));
                break;
            case EventKind.ReviewConcluded:
                times[(kind, entry.CaseId)] = Time(kind, entry) + 1;
                Say(StoredRows.Conclusion, StoredRows.Numbered(entry.CaseId.ToString(), Time(kind, entry)), StoredRows.Join(Text(entry, "kind"), Text(entry, "reason")));
                break;
            case EventKind.VisitRecorded when Node(entry) is { } visit:
                Say(StoredRows.Visit, entry.CaseId.ToString(), CanonicalJson.Canonicalise(visit.ToJsonString()));
                break;
            case EventKind.ComplianceRuled when JsonNode.Parse(entry.Payload) is JsonArray items:
                foreach (var item in items.OfType<JsonObject>())
                {
                    Say(StoredRows.Compliance, StoredRows.Join(entry.CaseId.ToString(), (string?)item["item"]), StoredRows.Join((string?)item["verdict"], (string?)item["remark"] ?? ""));
                }

                break;
            case EventKind.CaseReported:
                Say(StoredRows.Pack, Text(entry, "pack"), entry.ActorName ?? "");
                break;
            case EventKind.Shortlisted or EventKind.ShortlistDeclined or EventKind.SelectionTakenBack or EventKind.MovedUp or EventKind.PassedOver:
                Say(StoredRows.Selection, Text(entry, "decision"), StoredRows.Join(entry.CaseId.ToString(), Text(entry, "kind"), Node(entry)?["rank"]?.ToJsonString(), Text(entry, "points"), Text(entry, "reason")));
                break;
            case EventKind.ObjectionFiled:
                Say(StoredRows.Objection, Text(entry, "number"), StoredRows.Join(Text(entry, "content"), nameof(ObjectionState.Received), ""));
                break;
            case EventKind.ObjectionInvestigated:
                SayOfObjection(entry, ObjectionState.Investigating);
                break;
            case EventKind.ObjectionUpheld:
                SayOfObjection(entry, ObjectionState.Upheld);
                break;
            case EventKind.ObjectionDismissed:
                SayOfObjection(entry, ObjectionState.Dismissed);
                break;
            default:
                break;
        }
    }

    private static CaseState? StateAfter(EventKind kind, EventLogEntry entry) => kind switch
    {
        EventKind.DeclarationBegun or EventKind.DeclarationRevived => CaseState.Draft,
        EventKind.DeclarationSubmitted => CaseState.Submitted,
        EventKind.DeclarationWithdrawn => CaseState.Withdrawn,
        EventKind.CaseTaken or EventKind.DeclarationResubmitted or EventKind.CaseReconsidered or EventKind.CaseSentBack => CaseState.DistrictReview,
        EventKind.CaseReturned => CaseState.Returned,
        EventKind.ReviewConcluded => Text(entry, "kind") switch
        {
            nameof(ConclusionKind.Recommend) => CaseState.Recommended,
            nameof(ConclusionKind.Decline) => CaseState.NotRecommended,
            _ => CaseState.BenchmarkConcluded,
        },
        EventKind.CaseReported => CaseState.Reported,
        EventKind.CompliancePassed => CaseState.Compliant,
        EventKind.ComplianceFailed => CaseState.NonCompliant,
        EventKind.AssessmentCompleted or EventKind.SelectionTakenBack => CaseState.Assessed,
        EventKind.Shortlisted or EventKind.MovedUp => CaseState.Shortlisted,
        EventKind.ShortlistDeclined or EventKind.ListingBarred => CaseState.NotShortlisted,
        EventKind.NoticeOpened => CaseState.PublicNotice,
        EventKind.ObjectionUpheld => CaseState.Disqualified,
        EventKind.Published or EventKind.AlreadyListed => CaseState.Published,
        _ => null,
    };

    private void SayOfObjection(EventLogEntry entry, ObjectionState state)
    {
        if (Text(entry, "number") is { } number && said.TryGetValue(new(StoredRows.Objection, number), out var filed))
        {
            Say(StoredRows.Objection, number, StoredRows.Join(StoredRows.Parts(filed)[0], state.ToString(), Text(entry, "answer") is { } answer ? ContentHashing.Sha256Hex(answer) : ""));
        }
    }

    /// <summary>How often something happened to the case so far.</summary>
    private int Time(EventKind kind, EventLogEntry entry) => times.GetValueOrDefault((kind, entry.CaseId));

    private void SayOfReturn(EventLogEntry entry, int round, Func<JsonObject, string> what)
    {
        foreach (var item in (JsonNode.Parse(entry.Payload) as JsonArray ?? []).OfType<JsonObject>())
        {
            Say(StoredRows.ReturnItem, ItemKey(entry, item, round), what(item));
        }
    }

    /// <summary>What was asked for where an answer is given, so that the answer joins it.</summary>
    private string Asked(EventLogEntry entry, JsonObject item) =>
        said.GetValueOrDefault(new RowKey(StoredRows.ReturnItem, ItemKey(entry, item, Time(EventKind.CaseReturned, entry))), StoredRows.Join("", "", "", ""));

    private static string ItemKey(EventLogEntry entry, JsonObject item, int round) => StoredRows.Join(StoredRows.Numbered(entry.CaseId.ToString(), round), item["position"]?.ToJsonString());

    private void Say(string table, string? key, string what)
    {
        if (key is not null)
        {
            said[new RowKey(table, key)] = what;
        }
    }

    private static JsonObject? Node(EventLogEntry entry) => JsonNode.Parse(entry.Payload) as JsonObject;

    private static string? Text(EventLogEntry entry, string name) => Node(entry)?[name] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;
}
