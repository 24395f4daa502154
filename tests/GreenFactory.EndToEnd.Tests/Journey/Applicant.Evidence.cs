using System.Security.Cryptography;
using GreenFactory.Testing;

namespace GreenFactory.EndToEnd.Tests.Journey;

internal sealed partial class Applicant
{
    private readonly List<Proof> _proofs = [];

    /// <summary>Every file that was uploaded for a requirement, in order.</summary>
    public IReadOnlyList<Proof> Proofs => _proofs;

    private async Task UploadForEveryLinkAsync(string section)
    {
        await person.GoAsync($"{CasePath}/sections/{section}");
        var links = await person.Page.Locator($"a[href*='{CasePath}/evidence/']:not([href*='remove'])").EvaluateAllAsync<string[]>("all => [...new Set(all.map(a => new URL(a.href).pathname))]");
        foreach (var link in section == "gates" ? links : links.Take(files))
        {
            await person.GoAsync(link);
            await person.Page.Locator("input[type=file]").SetInputFilesAsync(new Microsoft.Playwright.FilePayload
            {
                Name = Proof.Name,
                MimeType = "application/pdf",
                Buffer = SmallPdf.Saying(link),
            });
            await person.ClickAsync("上传");
            await person.Page.GetByText(Proof.Name).First.WaitForAsync();
        }

        foreach (var link in section == "gates" ? [] : links.Skip(files))
        {
            await SendFileAsync(link);
        }

        _proofs.AddRange(links.Select(link => new Proof(link[(link.LastIndexOf('/') + 1)..], Convert.ToHexStringLower(SHA256.HashData(SmallPdf.Saying(link))))));
    }

    /// <summary>Sends a file as the page of its requirement would, without drawing that page.</summary>
    private Task SendFileAsync(string link) => person.Page.EvaluateAsync(
        """
        async ([link, text]) => {
          const body = new FormData();
          body.append('__RequestVerificationToken', document.querySelector('[name=__RequestVerificationToken]').value);
          body.append('Upload', new Blob([text], { type: 'application/pdf' }), '佐证材料.pdf');
          const answer = await fetch(link, { method: 'POST', body });
          if (!answer.ok) { throw new Error(`${link}: ${answer.status}`); }
        }
        """,
        new[] { link, System.Text.Encoding.Latin1.GetString(SmallPdf.Saying(link)) });
}

/// <summary>A file that was uploaded.</summary>
/// <param name="Subject">Code of the basic requirement or indicator that it proves.</param>
/// <param name="Sha256">Of its content, in hexadecimal.</param>
internal sealed record Proof(string Subject, string Sha256)
{
    /// <summary>What every file of the journeys is called.</summary>
    public const string Name = "佐证材料.pdf";
}
