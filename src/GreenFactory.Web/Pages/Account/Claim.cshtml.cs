using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Web.Hosting;
using GreenFactory.Web.Pages.Apply.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;

namespace GreenFactory.Web.Pages.Account;

[EnableRateLimiting(RateLimits.Upload)]
[RequestSizeLimit(UploadModel.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadModel.MostBytes)]
internal sealed class ClaimModel(ClaimOrganisationHandler claim, KeepClaimPaperHandler papers, OwnClaimsQuery query, FileLimits limits) : PageModel
{
    [BindProperty]
    public ClaimInput Input { get; set; } = new();

    [BindProperty]
    [Display(Name = "营业执照")]
    public IFormFile? Licence { get; set; }

    [BindProperty]
    [Display(Name = "更名证明")]
    public IFormFile? Proof { get; set; }

    /// <summary>The licence that came with an earlier attempt, as the form carries it.</summary>
    public (string Name, string Sealed)? KeptLicence { get; private set; }

    /// <summary>The proof of renaming that came with an earlier attempt.</summary>
    public (string Name, string Sealed)? KeptProof { get; private set; }

    public long MaxBytes => limits.MaxBytes;

    public IReadOnlyList<OwnClaim> Claims { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Districts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; } = [new("企业（绿色工厂）", nameof(OrganisationKind.Factory)), new("园区（绿色工业园区）", nameof(OrganisationKind.Park))];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var licence = await TakeAsync(Licence, Input.KeptLicence, nameof(Licence), cancellation);
        var proof = await TakeAsync(Proof, Input.KeptProof, nameof(Proof), cancellation);
        if (ModelState.IsValid)
        {
            var outcome = await claim.HandleAsync(
                new ClaimOrganisation(Input.CreditCode ?? "", Input.Name ?? "", Input.Kind, Input.DistrictId, Input.Address ?? "", Input.Phone ?? "", licence)
                {
                    Proof = proof,
                    Site = Input.Site,
                    CodeAsOnLicence = Input.CodeAsOnLicence,
                },
                cancellation);
            if (outcome.Succeeded)
            {
                TempData["Done"] = outcome.Value;
                return RedirectToPage();
            }

            foreach (var error in outcome.Errors)
            {
                ModelState.AddModelError(error.Field is null ? "" : error.Field is nameof(Licence) or nameof(Proof) ? error.Field : $"{nameof(Input)}.{error.Field}", error.Message);
            }
        }

        (KeptLicence, KeptProof) = (Kept(licence), Kept(proof));
        await LoadAsync(cancellation);
        return Page();
    }

    /// <summary>The file of this request, or the one an earlier attempt brought.</summary>
    private async Task<ClaimPaper?> TakeAsync(IFormFile? file, string? kept, string field, CancellationToken cancellation)
    {
        if (file is null)
        {
            return papers.Open(kept);
        }

        await using var content = file.OpenReadStream();
        var outcome = await papers.KeepAsync(content, file.FileName, cancellation);
        if (outcome.Succeeded)
        {
            return outcome.Value;
        }

        ModelState.AddModelError(field, outcome.Error.Message);
        return null;
    }

    private (string Name, string Sealed)? Kept(ClaimPaper? paper) => paper is null ? null : (paper.Name, papers.Seal(paper));

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Claims = await query.ReadAsync(cancellation);
        Districts = [new("请选择", ""), .. (await query.DistrictsAsync(cancellation)).Select(district => new SelectListItem(district.Name, district.Id.Value.ToString()))];
    }
}

internal sealed class ClaimInput
{
    [Display(Name = "统一社会信用代码")]
    public string? CreditCode { get; set; }

    [Display(Name = "代码与执照一致，请区县核对执照原件")]
    public bool CodeAsOnLicence { get; set; }

    [Display(Name = "单位名称")]
    public string? Name { get; set; }

    [Display(Name = "厂区或组团")]
    public string? Site { get; set; }

    [Display(Name = "单位类型")]
    public OrganisationKind? Kind { get; set; }

    [Display(Name = "所在区县")]
    public Guid? DistrictId { get; set; }

    [Display(Name = "生产经营地址")]
    public string? Address { get; set; }

    [Display(Name = "联系电话")]
    public string? Phone { get; set; }

    /// <summary>The licence of an earlier attempt.</summary>
    [Display(Name = "已上传的营业执照")]
    public string? KeptLicence { get; set; }

    /// <summary>The proof of an earlier attempt.</summary>
    [Display(Name = "已上传的证明")]
    public string? KeptProof { get; set; }
}
