using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>Where an objection stands.</summary>
public enum ObjectionState
{
    /// <summary>已收到.</summary>
    Received,

    /// <summary>核查中.</summary>
    Investigating,

    /// <summary>成立.</summary>
    Upheld,

    /// <summary>不成立.</summary>
    Dismissed,
}

/// <summary>A place in the objections that came from one source within a short time.</summary>
/// <param name="Id">A random key of them all.</param>
/// <param name="Position">Which one, from 1.</param>
public sealed record ObjectionBurst(Guid Id, int Position)
{
    /// <summary>So many from one source within an hour are read one by one and answered at once; from the next on they wait and are shown as one group.</summary>
    public const int Ungrouped = 3;

    private const int LongestPause = 10;

    /// <summary>How long this one waits before it is taken in: not at all, then 1, 2, 4, 8 and at last 10 seconds.</summary>
    public TimeSpan Pause => Position <= Ungrouped ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(LongestPause, 1 << Math.Min(Position - Ungrouped - 1, 4)));
}

/// <summary>An objection of the public against one row of a notice (异议). Who filed it is known to the city alone, encrypted.</summary>
public sealed class Objection : ITenantOwned
{
    private Objection()
    {
    }

    /// <summary>Key.</summary>
    public ObjectionId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The notice.</summary>
    public NoticeId NoticeId { get; private set; }

    /// <summary>The row objected to.</summary>
    public NoticeRowId NoticeRowId { get; private set; }

    /// <summary>The case of that row.</summary>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>Number by which officers speak of it.</summary>
    public string Number { get; private set; } = "";

    /// <summary>SHA-256 of the receipt code with which the objector follows it; the code itself is not stored.</summary>
    public string ReceiptHash { get; private set; } = "";

    /// <summary>What is objected.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Name and contact, encrypted; empty for an anonymous objection.</summary>
    public string ProtectedContact { get; private set; } = "";

    /// <summary>Where it stands.</summary>
    public ObjectionState State { get; private set; }

    /// <summary>The answer and its reason, as the objector reads it.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Who decided it.</summary>
    public string DecidedByName { get; private set; } = "";

    /// <summary>When it came in.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>A random key shared by the objections that came from one source within a short time; it leads back to nobody.</summary>
    public Guid BurstId { get; private set; }

    /// <summary>Which of them this is, from 1.</summary>
    public int BurstPosition { get; private set; }

    /// <summary>Whether it still waits for a decision.</summary>
    public bool IsOpen => State is ObjectionState.Received or ObjectionState.Investigating;

    /// <summary>Files an objection.</summary>
    public static Objection File(ObjectionId id, NoticeRow row, string number, string receiptHash, string content, string protectedContact, ObjectionBurst burst, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = row.MunicipalityId,
            NoticeId = row.NoticeId,
            NoticeRowId = row.Id,
            DeclarationId = row.DeclarationId,
            Number = number,
            ReceiptHash = receiptHash,
            Content = WrittenText.Said(content),
            ProtectedContact = protectedContact,
            BurstId = burst.Id,
            BurstPosition = burst.Position,
            ReceivedAt = now,
        };

    /// <summary>Begins the investigation.</summary>
    public Result Investigate()
    {
        if (State is not ObjectionState.Received)
        {
            return HonourErrors.ObjectionDecided;
        }

        State = ObjectionState.Investigating;
        return Result.Success;
    }

    /// <summary>Decides it.</summary>
    public Result Decide(bool upheld, string answer, string byName, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return HonourErrors.ObjectionDecided;
        }

        State = upheld ? ObjectionState.Upheld : ObjectionState.Dismissed;
        Answer = WrittenText.Said(answer);
        DecidedByName = byName;
        DecidedAt = now;
        return Result.Success;
    }
}
