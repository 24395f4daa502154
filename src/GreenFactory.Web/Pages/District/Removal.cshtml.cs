using GreenFactory.Application.Honours;
using GreenFactory.Application.Ports.Files;

namespace GreenFactory.Web.Pages.District;

/// <summary>One proposal for a unit of the district.</summary>
public sealed class RemovalModel(RemovalListQuery query, RemovalPaperReader papers, AddRemovalPaperHandler add, FileLimits limits) : AuthorityRemovalPage(query, papers, add, limits)
{
    /// <inheritdoc/>
    public override string Path => $"/district/list/removals/{Id}";
}
