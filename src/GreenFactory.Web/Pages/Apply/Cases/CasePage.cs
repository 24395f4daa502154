using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Declarations;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Web.Face.Marks;
using GreenFactory.Web.Face.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>A page of one case at the applicant's desk. A case that the person may not see is not found.</summary>
public abstract class CasePage : PageModel
{
    /// <summary>The case, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    /// <summary>The case as it stands.</summary>
    public ApplicantCase Work { get; protected set; } = null!;

    /// <summary>Key of the case.</summary>
    public DeclarationId Key => new(Id);

    /// <summary>Address of the task list.</summary>
    public string Home => $"/apply/{Id}";

    /// <summary>What the last action did; null when nothing was done.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>新申报市级绿色工厂 and the like.</summary>
    public string PurposeText => (Work.Declaration.Purpose, Work.Organisation.Kind) switch
    {
        (DeclarationPurpose.NewEntry, OrganisationKind.Factory) => "新申报市级绿色工厂",
        (DeclarationPurpose.NewEntry, _) => "新申报市级绿色工业园区",
        (_, OrganisationKind.Factory) => "现有绿色工厂自评价对标",
        _ => "现有绿色工业园区自评价对标",
    };

    /// <summary>The save state beside the title.</summary>
    public SaveState Save => Work.SavedAt is { } at ? new SaveState(SaveStateKind.Saved, at) : new SaveState(SaveStateKind.Empty);

    /// <summary>The breadcrumbs of a page below the task list.</summary>
    public IReadOnlyList<Crumb> Crumbs => [new("我的申报", "/apply"), new(Work.Organisation.Name, Home)];

    /// <summary>Reads the case; false when there is none for this person.</summary>
    protected async Task<bool> LoadAsync(ApplicantCaseReader cases, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(Key, cancellation) is not { } work)
        {
            return false;
        }

        Work = work;
        return true;
    }

    /// <summary>Puts refusals where the page shows them.</summary>
    protected void Refuse(IEnumerable<Error> errors)
    {
        foreach (var error in errors)
        {
            ModelState.AddModelError(error.Field ?? "", error.Message);
        }
    }
}
