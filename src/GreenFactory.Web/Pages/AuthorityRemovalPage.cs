using GreenFactory.Application.Honours;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages;

/// <summary>One proposal at a desk that proposes: documents are added until the unit is told.</summary>
public abstract class AuthorityRemovalPage(RemovalListQuery query, RemovalPaperReader papers, AddRemovalPaperHandler add, FileLimits limits) : RemovalPageBase(query, papers, limits)
{
    /// <summary>Adds a document.</summary>
    public async Task<IActionResult> OnPostPaperAsync(CancellationToken cancellation)
    {
        if (Paper is null)
        {
            return await TellAsync(new Error("removal.paper", "请选择要添加的文件。", nameof(Paper)), "", cancellation);
        }

        await using var content = Paper.OpenReadStream();
        return await TellAsync(await add.HandleAsync(Key, content, Paper.FileName, cancellation), "材料已添加，告知时单位可以看到。", cancellation);
    }
}
