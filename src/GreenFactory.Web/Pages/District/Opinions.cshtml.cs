using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Departments;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District;

/// <summary>What the district asked its departments, over all cases.</summary>
public sealed class OpinionsModel(CampaignChoiceReader campaigns, DistrictOpinionsQuery opinions) : DeskPage
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>Cases that wait for no answer, instead of those that do.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "已反馈")]
    public bool Answered { get; set; }

    /// <summary>Case number after which the page begins.</summary>
    [BindProperty(SupportsGet = true, Name = "After")]
    [Display(Name = "翻页位置")]
    public string? AfterRow { get; set; }

    /// <summary>Case number before which the page ends.</summary>
    [BindProperty(SupportsGet = true, Name = "Before")]
    [Display(Name = "翻页位置")]
    public string? BeforeRow { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>The questions by case.</summary>
    public DistrictOpinionsPage Shown { get; private set; } = DistrictOpinionsPage.Empty;

    /// <summary>The departments asked, as columns.</summary>
    public IReadOnlyList<string> Departments { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        Shown = Choice.Chosen is { } campaign ? await opinions.ReadAsync(campaign.Id, Answered, AfterRow, BeforeRow, cancellation) : DistrictOpinionsPage.Empty;
        Departments = [.. Shown.Cases.SelectMany(one => one).Select(row => row.Department).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The address of the cases that wait, or of those that do not, from a case on.</summary>
    public string PathOf(bool answered, string? after = null, string? before = null) =>
        Url.Page("/District/Opinions", new { Year, Answered = answered, After = after, Before = before }) ?? "/district/opinions";
}
