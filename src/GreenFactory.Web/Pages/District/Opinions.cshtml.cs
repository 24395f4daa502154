using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Departments;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District;

/// <summary>What the district asked its departments, over all cases.</summary>
public sealed class OpinionsModel(CampaignChoiceReader campaigns, OpinionListQuery list) : DeskPage
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>The questions by case: the cases that still wait first.</summary>
    public IReadOnlyList<IGrouping<DeclarationId, OpinionRow>> Cases { get; private set; } = [];

    /// <summary>The departments asked, as columns.</summary>
    public IReadOnlyList<string> Departments { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        var rows = Choice.Chosen is { } campaign ? await list.OfCampaignAsync(campaign.Id, cancellation) : [];
        Cases = [.. rows.GroupBy(row => row.Declaration)];
        Departments = [.. rows.Select(row => row.Department).Distinct().Order(StringComparer.Ordinal)];
    }
}
