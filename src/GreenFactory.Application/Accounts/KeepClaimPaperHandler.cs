using System.Security.Cryptography;
using System.Text.Json;
using GreenFactory.Application.Access;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace GreenFactory.Application.Accounts;

/// <summary>
/// Keeps a document that goes with a claim: inspected by content, scanned, kept under its hash. A form that comes back with a mistake carries
/// it on as a sealed text, which nobody but this person can use again, so that it need not be chosen anew.
/// </summary>
public sealed class KeepClaimPaperHandler(CheckedFiles files, CurrentAccess access, IDataProtectionProvider protection)
{
    private static readonly FileKind[] Kinds = [FileKind.Pdf, FileKind.Ofd, FileKind.Jpeg, FileKind.Png];

    private IDataProtector Protector => protection.CreateProtector("GreenFactory.ClaimPaper", access.Scope.RequiredUser.Value.ToString());

    /// <summary>Keeps it, or says what is wrong with it.</summary>
    /// <param name="content">The bytes; the stream must seek.</param>
    /// <param name="fileName">Its name as the browser sent it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Result<ClaimPaper>> KeepAsync(Stream content, string fileName, CancellationToken cancellation)
    {
        var kept = await files.KeepAsync(content, fileName, Kinds, cancellation);
        return kept.Succeeded ? new ClaimPaper(kept.Value.Name, FileKinds.MediaType(kept.Value.Kind), kept.Value.Hash.Hex) : kept.Error;
    }

    /// <summary>A kept document as a text that a form can carry.</summary>
    public string Seal(ClaimPaper paper) => Protector.Protect(JsonSerializer.Serialize(paper));

    /// <summary>The document behind such a text; null when it is none, or somebody else's.</summary>
    public ClaimPaper? Open(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ClaimPaper>(Protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
