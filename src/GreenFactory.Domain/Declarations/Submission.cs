using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Declarations;

/// <summary>One submission by the signer: an immutable snapshot with its receipt.</summary>
public sealed class Submission : ICaseOwned
{
    private Submission()
    {
    }

    /// <summary>Key.</summary>
    public SubmissionId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>1 for the first submission of the case, then rising.</summary>
    public int Sequence { get; private set; }

    /// <summary>Receipt number people quote.</summary>
    public string ReceiptNumber { get; private set; } = "";

    /// <summary>The declared score frozen with it.</summary>
    public FrozenScoreId FrozenScoreId { get; private set; }

    /// <summary>Profile, gates and evidence list as submitted, canonical JSON.</summary>
    public string Snapshot { get; private set; } = "";

    /// <summary>SHA-256 over the snapshot and the frozen score's hash; printed on every page of the PDF.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>How many indicators carried a quality signal (质量信号) when it was submitted; part of no score.</summary>
    public int Signals { get; private set; }

    /// <summary>The signer.</summary>
    public UserId SignedBy { get; private set; }

    /// <summary>The signer's name.</summary>
    public string SignedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>Records a submission.</summary>
    public static Submission Create(
        SubmissionId id, Declaration declaration, int sequence, string receiptNumber, FrozenScore score, string snapshot, int signals, UserId signedBy, string signedByName, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = declaration.MunicipalityId,
            DeclarationId = declaration.Id,
            Sequence = sequence,
            ReceiptNumber = receiptNumber,
            FrozenScoreId = score.Id,
            Snapshot = snapshot,
            Signals = signals,
            ContentHash = ContentHashing.Sha256Hex(score.ContentHash, snapshot),
            SignedBy = signedBy,
            SignedByName = signedByName,
            SubmittedAt = now,
        };
}
