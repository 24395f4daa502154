using GreenFactory.Application.Messages;
using GreenFactory.Domain.Shared;
using GreenFactory.Web.Access;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Hosting.Server;

namespace GreenFactory.Web.Links;

/// <summary>Turns destinations into addresses by the pages they mean; an address is made anew each time, so a page that moves takes its links with it.</summary>
internal sealed class PortalLinks(LinkGenerator links, MunicipalityDirectory municipalities, PublicAddress publicAddress, IServer server) : IPortalLinks
{
    /// <summary>The path of a destination, inside the municipality of a request.</summary>
    public string Path(Destination destination, HttpContext context) => Path(destination, context.Request.PathBase);

    /// <summary>The address of the municipality of a request, without a slash at its end, for what is read away from the portal.</summary>
    public string Home(HttpContext context) => (publicAddress.Root ?? ListeningAddress.Of(server)) + context.Request.PathBase;

    /// <summary>The whole address of a destination, inside the municipality of a request.</summary>
    public string Address(Destination destination, HttpContext context) => (publicAddress.Root ?? ListeningAddress.Of(server)) + Path(destination, context);

    /// <inheritdoc/>
    public async Task<string> AddressAsync(Destination destination, MunicipalityId municipality, CancellationToken cancellation)
    {
        var entry = (await municipalities.AllAsync(cancellation)).FirstOrDefault(row => row.Id == municipality);
        var root = publicAddress.Root ?? ListeningAddress.Of(server);
        return root + Path(destination, entry is null or { IsDefault: true } ? default : new PathString($"/m/{entry.Code}"));
    }

    private string Path(Destination destination, PathString root)
    {
        var (page, values) = PageOf(destination);
        return links.GetPathByPage(page, null, values, root) ?? throw new InvalidOperationException($"No page stands at {destination}.");
    }

    private static (string Page, object? Values) PageOf(Destination destination)
    {
        var ofKey = new { id = destination.Key };
        var ofYear = new { year = destination.Key };
        return destination.Place switch
        {
            Place.Case => ("/Apply/Cases/Index", ofKey),
            Place.Corrections => ("/Apply/Corrections", ofKey),
            Place.ApplicantHome => ("/Apply/Index", null),
            Place.Workbench => ("/District/Cases/Index", ofKey),
            Place.CaseOpinions => ("/District/Cases/Opinions", ofKey),
            Place.Questions => ("/Departments/Index", ofYear),
            Place.Compliance => ("/City/Compliance", ofYear),
            Place.Panels => ("/City/Panels", ofYear),
            Place.Notices => ("/City/Notices", ofYear),
            Place.DistrictList => ("/District/List", ofYear),
            Place.DistrictBottom => ("/District/Bottom", ofYear),
            Place.Removal => ("/Apply/Removal", ofKey),
            Place.DistrictRemoval => ("/District/Removal", ofKey),
            Place.CityRemoval => ("/City/Removal", ofKey),
            Place.Claim => ("/Account/Claim", null),
            Place.Security => ("/Account/Security", null),
            Place.SecondFactor => ("/Account/TwoFactor", null),
            Place.Desks => ("/Account/Desks", null),
            Place.Account => ("/Admin/Users/Person", ofKey),
            Place.DryRun => ("/Admin/Rules/DryRunResult", ofKey),
            Place.PublicNotice => ("/Public/Notices/Details", ofKey),
            Place.Publication => ("/Public/Notices/Publication", ofKey),
            Place.Certificate => ("/Public/Verify", new { code = destination.Key }),
            Place.RuleSet => ("/Public/Rules/Details", new { id = destination.Key, version = destination.Part }),
            _ => ("/Account/Messages", null),
        };
    }
}
