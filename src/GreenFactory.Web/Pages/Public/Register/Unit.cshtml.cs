using GreenFactory.Application.Clock;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Honours;
using GreenFactory.Web.Access;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Public.Register;

/// <summary>The page of a unit: what it is, its years, its certificate and the proof that it stands in the signed list. Eight queries.</summary>
public sealed class UnitModel(GreenUnitQuery units, VerifyQuery verify, TimeProvider clock) : PageModel
{
    private const int ShownHash = 12;

    /// <summary>The unit with its years and events.</summary>
    public GreenUnitPage Entry { get; private set; } = null!;

    /// <summary>Its proof, when a signed list of the platform names it.</summary>
    public Verification? Proof { get; private set; }

    /// <summary>The levels that its products were held to, as they were signed with the list; empty where no list that holds says any.</summary>
    public IReadOnlyList<ListedLevel> Levels => Proof?.Row.Levels ?? [];

    /// <summary>What of the register is not what was signed, in Chinese; empty when everything holds.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>A change of name that the register records and no list has signed yet; null for none.</summary>
    public string? Renamed { get; private set; }

    /// <summary>Its history as a drawing.</summary>
    public HistoryBand Band { get; private set; } = null!;

    /// <summary>Its certificate.</summary>
    public CertificateCard Certificate { get; private set; } = null!;

    /// <summary>The day of the page in Beijing.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Reads the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await units.ReadAsync(new GreenUnitId(id), cancellation) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        var verified = await verify.VerifyAsync(entry.Unit.CertificateNumber, cancellation);
        (Proof, Renamed) = (verified.Verification, entry.Checked.Renamed);
        Faults = [.. verified.Faults.Union(entry.Checked.Faults)];
        Today = DateOnly.FromDateTime(ChinaTime.Of(clock.GetUtcNow()).DateTime);
        Band = new HistoryBand(entry, Today);
        Certificate = CertificateOf(entry);
        return Page();
    }

    private CertificateCard CertificateOf(GreenUnitPage entry)
    {
        List<(string Label, string Value)> facts = [("颁发", TenantMiddleware.Current(HttpContext).AuthorityName), ("状态", entry.Checked.Proof is RegisterProof.Unproven ? RegisterWords.Unproven : HonourWords.Of(entry.Unit.State))];
        if (Proof is not null)
        {
            facts.Add(("签发", DateText.FullDay(Proof.Publication.PublishedAt)));
            facts.Add(("签名", Faults.Count == 0 ? "有效" : "核验不通过"));
            facts.Add(("指纹", Proof.LeafHash[..ShownHash]));
        }

        var address = $"{Request.Scheme}://{Request.Host}{Request.PathBase}/register/{entry.Unit.Id.Value:N}";
        return new CertificateCard($"证书 {entry.Unit.CertificateNumber}", "扫码打开本页，核对单位和状态", QrDrawing.Of(address, $"证书二维码，内容为 {address}"), facts);
    }
}
