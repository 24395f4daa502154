namespace GreenFactory.Scoring.CaseFiles;

/// <summary>A file that was given for a gate or an indicator.</summary>
/// <param name="Subject">Code of the gate or indicator.</param>
/// <param name="Name">File name.</param>
/// <param name="Sha256">SHA-256 of its content, in hexadecimal.</param>
/// <param name="GivenAt">When it was given, ISO 8601 with the offset of Beijing; empty where it is not known any more.</param>
public sealed record CaseFileEvidence(string Subject, string Name, string Sha256, string GivenAt);

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
    string CaseNumber, string Organisation, string CreditCode, string District, string Party, string SubmittedAt, string FrozenAt, string FrozenHash, IReadOnlyList<CaseFileEvidence> Evidence);

/// <summary>A signature over the canonical text of everything else in the file.</summary>
/// <param name="Algorithm">Its algorithm, for instance ES256.</param>
/// <param name="Key">SHA-256 of the public key, in hexadecimal: to be compared with the published keys.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo in DER, base64.</param>
/// <param name="SignedAt">When it was signed, ISO 8601.</param>
/// <param name="Value">The signature, base64.</param>
public sealed record CaseFileSignature(string Algorithm, string Key, string PublicKey, string SignedAt, string Value);
