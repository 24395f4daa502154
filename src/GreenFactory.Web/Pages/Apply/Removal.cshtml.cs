using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Domain.Honours;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply;

/// <summary>A proposed removal as its unit sees it, with the form for its answer.</summary>
public sealed class RemovalModel(RemovalListQuery query, RemovalPaperReader papers, AnswerRemovalHandler answer, FileLimits limits, TimeProvider clock) : RemovalPageBase(query, papers, limits)
{
    /// <inheritdoc/>
    public override string Path => $"/apply/removals/{Id}";

    /// <summary>What the unit says.</summary>
    [BindProperty]
    [Display(Name = "陈述意见")]
    public string? Answer { get; set; }

    /// <summary>Whether the unit may answer now.</summary>
    public bool MayAnswer => Removal.Line.Proposal is { State: ProposalState.Heard } proposal && clock.GetUtcNow() < proposal.AnswerUntil;

    /// <summary>Answers.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await using var content = Paper?.OpenReadStream();
        return await TellAsync(await answer.HandleAsync(new AnswerRemoval(Key, Answer, content, Paper?.FileName), cancellation), "陈述意见已提交，期满之前可以补充。", cancellation);
    }
}
