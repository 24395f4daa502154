namespace GreenFactory.Scoring.CaseFiles;

/// <summary>A file that was given for a gate or an indicator.</summary>
/// <param name="Subject">Code of the gate or indicator.</param>
/// <param name="Name">File name.</param>
/// <param name="Sha256">SHA-256 of its content, in hexadecimal.</param>
/// <param name="GivenAt">When it was given, ISO 8601 with the offset of Beijing; empty where it is not known any more.</param>
public sealed record CaseFileEvidence(string Subject, string Name, string Sha256, string GivenAt);

/// <summary>What a department said once; a correction is a version of its own beside the one it corrects.</summary>
/// <param name="Version">1 for the first answer, then rising without gaps.</param>
/// <param name="Kind">noComment, comment or bars.</param>
/// <param name="Text">In words; empty only where there is no comment.</param>
/// <param name="Reason">Why the version before it was corrected; empty for the first.</param>
/// <param name="GivenBy">Who said it for the department.</param>
/// <param name="GivenAt">When, ISO 8601 with the offset of Beijing.</param>
/// <param name="Attachment">File name of the document that came with it; empty for none.</param>
/// <param name="AttachmentSha256">SHA-256 of that document; empty for none.</param>
public sealed record CaseFileOpinion(int Version, string Kind, string Text, string Reason, string GivenBy, string GivenAt, string Attachment, string AttachmentSha256);

/// <summary>A department that was asked about the case, with everything it said.</summary>
/// <param name="Department">Name of the department.</param>
/// <param name="State">asked, given or overdue; silence is not consent.</param>
/// <param name="AskedAt">When it was asked, ISO 8601.</param>
/// <param name="Versions">The first version first; the last one stands. Empty where it has said nothing.</param>
public sealed record CaseFileQuestion(string Department, string State, string AskedAt, IReadOnlyList<CaseFileOpinion> Versions);

/// <summary>Of what case a case file is; nothing of it goes into a number.</summary>
/// <param name="CaseNumber">Number of the case; with the moment of submission it decides between equal points.</param>
/// <param name="Organisation">Registered name.</param>
/// <param name="CreditCode">统一社会信用代码.</param>
/// <param name="District">The district.</param>
/// <param name="Party">Whose values: declared, verified or final.</param>
/// <param name="SubmittedAt">When it was submitted, ISO 8601; the earlier one goes first where points are equal.</param>
/// <param name="FrozenAt">When the score was frozen, ISO 8601.</param>
/// <param name="FrozenHash">The hash under which the score was frozen and recorded in the log of events.</param>
/// <param name="Evidence">The files.</param>
public sealed record CaseFileSubject(
    string CaseNumber, string Organisation, string CreditCode, string District, string Party, string SubmittedAt, string FrozenAt, string FrozenHash, IReadOnlyList<CaseFileEvidence> Evidence)
{
    /// <summary>The departments that were asked, as far as whoever takes the file may read them; none for an applicant.</summary>
    public IReadOnlyList<CaseFileQuestion> Opinions { get; init; } = [];
}

/// <summary>A signature over the canonical text of everything else in the file.</summary>
/// <param name="Algorithm">Its algorithm, for instance ES256.</param>
/// <param name="Key">SHA-256 of the public key, in hexadecimal: to be compared with the published keys.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo in DER, base64.</param>
/// <param name="SignedAt">When it was signed, ISO 8601.</param>
/// <param name="Value">The signature, base64.</param>
public sealed record CaseFileSignature(string Algorithm, string Key, string PublicKey, string SignedAt, string Value);
