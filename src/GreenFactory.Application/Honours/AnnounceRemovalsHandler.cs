using FluentValidation;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Data;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>Announces every approved removal and restoration.</summary>
/// <param name="Title">Title of the announcement.</param>
/// <param name="DocumentNumber">文号, as the city gave it.</param>
public sealed record AnnounceRemovals(string Title, string DocumentNumber);

/// <summary>Checks title and number.</summary>
public sealed class AnnounceRemovalsValidator : AbstractValidator<AnnounceRemovals>
{
    /// <summary>States the rules.</summary>
    public AnnounceRemovalsValidator()
    {
        RuleFor(input => input.Title).Between("公告标题", 5, 120);
        RuleFor(input => input.DocumentNumber).Between("文号", 3, 60);
    }
}

/// <summary>
/// Signs an announcement that admits nobody and says of each unit that it is removed or restored, and why: a publication like every other, so that register, certificate and
/// verification speak from it. The next list of a year carries the same proposals where the lead does not announce them before.
/// </summary>
public sealed class AnnounceRemovalsHandler(
    PortalDbContext db, CurrentAccess access, ProcessRunner runner, CampaignChoiceReader campaigns, DocumentNumberReader numbers, ListSigner signer, IValidator<AnnounceRemovals> validator)
{
    /// <summary>Announces.</summary>
    public async Task<Result<PublicationId>> HandleAsync(AnnounceRemovals input, CancellationToken cancellation)
    {
        if (!access.Scope.AtThisDesk.Any(membership => membership.Role is Role.CityLead))
        {
            return RemovalErrors.LeadOnly;
        }

        var checkedInput = await validator.ValidateAsync(input, cancellation);
        return checkedInput.IsValid
            ? await runner.RunAsync<PublicationId>(ProcessKind.AnnounceRemovals, null, process => AnnounceAsync(process, input, cancellation), cancellation)
            : Result<PublicationId>.Failure([.. checkedInput.Errors.Select(error => new Error("removal.announcement", error.ErrorMessage, error.PropertyName))]);
    }

    private async Task<Result<PublicationId>> AnnounceAsync(RunningProcess process, AnnounceRemovals input, CancellationToken cancellation)
    {
        // Whoever comes second waits here and then finds nothing left to announce.
        await db.Database.ExecuteSqlAsync($"select 1 from removal_proposal where state = 'Approved' for update", cancellation);
        var proposals = await ApprovedProposals.ReadAsync(db, cancellation);
        List<ListedDifference> differences = [.. proposals.Select(proposal => proposal.Difference).OfType<ListedDifference>()];
        if (differences.Count == 0)
        {
            return RemovalErrors.NothingToAnnounce;
        }

        if (await campaigns.FindAsync(null, cancellation) is not { } campaign)
        {
            return ProcessErrors.NotFound;
        }

        if (await numbers.TakenAsync(input.DocumentNumber, cancellation) is { } taken)
        {
            return taken;
        }

        var heading = new Dictionary<string, string> { ["documentNumber"] = WrittenText.Said(input.DocumentNumber), ["level"] = nameof(HonourLevel.Municipal) };
        var signed = await signer.SignAsync(process, new ListToSign(SignedDocument.Publication, WrittenText.Said(input.Title), campaign.Year, heading, [], differences), cancellation);
        if (!signed.Succeeded)
        {
            return Result<PublicationId>.Failure(signed.Errors);
        }

        var publication = Publication.Create(new PublicationId(process.NewId()), campaign, null, input.DocumentNumber, input.Title, signed.Value, access.Scope.PersonName, process.Now);
        db.Add(publication);
        db.AddRange(differences.Select(difference => PublicationDifference.Create(
            new PublicationDifferenceId(process.NewId()), publication, difference.Name, CreditCode.FromStored(difference.CreditCode), difference.RemovesListedUnit, difference.Explanation)));
        ApprovedProposals.CarryOut(db, process, publication, proposals);
        process.Record(EventKind.RemovalsAnnounced, $"公告“{publication.Title}”（{publication.DocumentNumber}），{differences.Count} 家", new { hash = publication.ContentHash, root = publication.MerkleRoot });
        return publication.Id;
    }
}
