using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Audit;

/// <summary>The process at work: a use case records on it what happened.</summary>
public sealed class RunningProcess
{
    private static readonly JsonSerializerOptions PayloadOptions = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private readonly Process process;
    private readonly PortalDbContext db;

    internal RunningProcess(Process process, PortalDbContext db, DateTimeOffset now)
    {
        this.process = process;
        this.db = db;
        Now = now;
    }

    /// <summary>The time of the process; everything it writes carries this one.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The key of the process.</summary>
    public ProcessId Id => process.Id;

    /// <summary>A new version-7 guid of this moment.</summary>
    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>Records something that happened to a case: audit event and timeline entry in one.</summary>
    /// <param name="kind">What, such as <c>DeclarationSubmitted</c>.</param>
    /// <param name="declaration">The case.</param>
    /// <param name="summary">What, in Chinese, for the timeline.</param>
    /// <param name="audience">Who may read it.</param>
    /// <param name="details">Further details, stored as JSON; no personal data beyond what the case holds.</param>
    public void Record(string kind, Declaration declaration, string summary, Audience audience = Audience.Case, object? details = null) =>
        Add(kind, declaration.Id, summary, audience, details);

    /// <summary>Records something outside a case, such as an approved claim.</summary>
    public void Record(string kind, string summary, object? details = null) => Add(kind, null, summary, Audience.City, details);

    private void Add(string kind, DeclarationId? declaration, string summary, Audience audience, object? details) =>
        db.Add(new ProcessEvent
        {
            Id = NewId(),
            MunicipalityId = process.MunicipalityId,
            ProcessId = process.Id,
            Kind = kind,
            DeclarationId = declaration,
            Summary = summary,
            Payload = details is null ? "{}" : JsonSerializer.Serialize(details, PayloadOptions),
            Audience = audience,
            ActorName = process.ActorName,
            OccurredAt = Now,
        });
}
