using GreenFactory.Application.Departments;

namespace GreenFactory.Web.Pages.District;

/// <summary>What the district asked its departments, over all cases.</summary>
public sealed class OpinionsModel(OpinionListQuery list) : DeskPage
{
    /// <summary>The questions.</summary>
    public IReadOnlyList<OpinionRow> Rows { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await list.ReadAsync(null, cancellation);
}
