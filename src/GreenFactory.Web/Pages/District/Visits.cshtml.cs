using GreenFactory.Application.Reviews;

namespace GreenFactory.Web.Pages.District;

/// <summary>The district's on-site verifications.</summary>
public sealed class VisitsModel(SiteVisitReader reader) : DeskPage
{
    /// <summary>The visits.</summary>
    public IReadOnlyList<SiteVisitRow> Visits { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Visits = await reader.ListAsync(cancellation);
}
