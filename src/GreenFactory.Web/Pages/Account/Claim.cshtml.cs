using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Accounts;
using GreenFactory.Domain.Organisations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GreenFactory.Web.Pages.Account;

internal sealed class ClaimModel(ClaimOrganisationHandler claim, OwnClaimsQuery query) : PageModel
{
    [BindProperty]
    public ClaimInput Input { get; set; } = new();

    public IReadOnlyList<OwnClaim> Claims { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Districts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; } = [new("企业（绿色工厂）", nameof(OrganisationKind.Factory)), new("园区（绿色工业园区）", nameof(OrganisationKind.Park))];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await claim.HandleAsync(
                new ClaimOrganisation(Input.CreditCode ?? "", Input.Name ?? "", Input.Kind, Input.DistrictId, Input.Address ?? "", Input.Phone ?? ""), cancellation);
            if (outcome.Succeeded)
            {
                TempData["Done"] = outcome.Value;
                return RedirectToPage();
            }

            ModelState.AddErrors(outcome.Errors);
        }

        await LoadAsync(cancellation);
        return Page();
    }

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

    [Display(Name = "单位名称")]
    public string? Name { get; set; }

    [Display(Name = "单位类型")]
    public OrganisationKind? Kind { get; set; }

    [Display(Name = "所在区县")]
    public Guid? DistrictId { get; set; }

    [Display(Name = "生产经营地址")]
    public string? Address { get; set; }

    [Display(Name = "联系电话")]
    public string? Phone { get; set; }
}
