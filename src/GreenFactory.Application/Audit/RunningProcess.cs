using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;

namespace GreenFactory.Application.Audit;

/// <summary>The process at work: a use case records on it what happened.</summary>
public sealed class RunningProcess
{
    private static readonly JsonSerializerOptions PayloadOptions = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private readonly Process process;
    private readonly Action<object> add;
    private readonly Func<DateTimeOffset, Guid> keys;

    /// <summary>A process at work.</summary>
    /// <param name="process">Its row.</param>
    /// <param name="add">Takes the rows it writes.</param>
    /// <param name="now">Its time.</param>
    /// <param name="keys">Makes the keys of what it writes; version-7 guids where nothing else is named.</param>
    internal RunningProcess(Process process, Action<object> add, DateTimeOffset now, Func<DateTimeOffset, Guid>? keys = null)
    {
        this.process = process;
        this.add = add;
        this.keys = keys ?? Guid.CreateVersion7;
        Now = now;
    }

    /// <summary>The time of the process; everything it writes carries this one.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The key of the process.</summary>
    public ProcessId Id => process.Id;

    /// <summary>Whether the work found that everything is as it was asked for; then nothing is written, not even the process.</summary>
    internal bool ChangesNothing { get; private set; }

    /// <summary>Says that there is nothing to change.</summary>
    public void LeaveAsItIs() => ChangesNothing = true;

    /// <summary>A new version-7 guid of this moment.</summary>
    public Guid NewId() => keys(Now);

    /// <summary>Records something that happened to a case: audit event and timeline entry in one.</summary>
    /// <param name="kind">What; it decides who may read it.</param>
    /// <param name="declaration">The case.</param>
    /// <param name="summary">What, in Chinese, for the timeline.</param>
    /// <param name="details">Further details, stored as JSON; no personal data beyond what the case holds.</param>
    public void Record(EventKind kind, Declaration declaration, string summary, object? details = null) =>
        Add(kind, declaration.Id, summary, EventKinds.AudienceOf(kind) ?? throw new ArgumentException($"{kind} is no event of a case.", nameof(kind)), details);

    /// <summary>Records something outside a case, such as an approved claim.</summary>
    public void Record(EventKind kind, string summary, object? details = null) =>
        Add(kind, null, summary, EventKinds.AudienceOf(kind) is null ? Audience.City : throw new ArgumentException($"{kind} is an event of a case.", nameof(kind)), details);

    /// <summary>
    /// Sends a message about a case to everybody who works on it at a desk: into the portal and by e-mail, after the
    /// transaction, by background work that may see who they are.
    /// </summary>
    /// <param name="declaration">The case.</param>
    /// <param name="desk">The desk: applicant's, district's, or city's.</param>
    /// <param name="title">One line, in Chinese.</param>
    /// <param name="body">Text, in Chinese: what happened, what to do, by when. Unit and case number are put before it.</param>
    /// <param name="destination">Where to act.</param>
    public void Notify(Declaration declaration, Desk desk, string title, string body, Destination destination) =>
        Enqueue(NotifyDesk.Kind, new NotifyDesk(declaration.Id.Value, desk, title, body, destination));

    /// <summary>Enqueues work to be done after the transaction, and not before a while has passed where one is named.</summary>
    public void Enqueue<T>(string kind, T payload, TimeSpan after = default) =>
        add(new OutboxMessage
        {
            Id = NewId(),
            MunicipalityId = process.MunicipalityId,
            Kind = kind,
            Payload = JsonSerializer.Serialize(payload, PayloadOptions),
            CreatedAt = Now,
            DueAt = Now + after,
        });

    private void Add(EventKind kind, DeclarationId? declaration, string summary, Audience audience, object? details) =>
        add(new ProcessEvent
        {
            Id = NewId(),
            MunicipalityId = process.MunicipalityId,
            ProcessId = process.Id,
            Kind = kind.ToString(),
            DeclarationId = declaration,
            Summary = summary,
            Payload = details is null ? "{}" : JsonSerializer.Serialize(details, PayloadOptions),
            Audience = audience,
            ActorName = process.ActorName,
            OccurredAt = Now,
        });
}
