using GreenFactory.Application.Campaigns;
using GreenFactory.Application.ListDuties;

namespace GreenFactory.Web.Pages.District;

/// <summary>Units of the district in the last 5 % of a fixed year.</summary>
public sealed class BottomModel(CampaignChoiceReader campaigns, BottomShareQuery query) : BottomPage(campaigns, query);
