using System.Globalization;
using System.Text;
using CsvHelper;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Web.Pages.Public.Register;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GreenFactory.Web.Api;

/// <summary>A unit of the register in the open data.</summary>
/// <param name="Id">Key; part of the address of its page.</param>
/// <param name="Name">Present name.</param>
/// <param name="FormerNames">Names before, separated by the enumeration comma; empty for none.</param>
/// <param name="CreditCode">统一社会信用代码.</param>
/// <param name="District">Name of the district.</param>
/// <param name="Kind">factory or park.</param>
/// <param name="Level">municipal or national.</param>
/// <param name="State">valid, warned or removed; unproven where <paramref name="Proof"/> is.</param>
/// <param name="AdmittedYear">Year of the first admission.</param>
/// <param name="CertificateNumber">Number of the latest certificate.</param>
/// <param name="Site">Site or group of the organisation that is recognised by itself; empty for the organisation as a whole.</param>
/// <param name="Proof">
/// signed: a signed list says it. unsigned: listed before this platform signed lists. differs: the register was altered, and what was signed is given.
/// unproven: it should stand in a signed list and does not.
/// </param>
public sealed record RegisterResource(
    Guid Id, string Name, string FormerNames, string CreditCode, string District, string Kind, string Level, string State, int AdmittedYear, string CertificateNumber, string Site, string Proof);

/// <summary>The register in the open data.</summary>
internal static class RegisterApi
{
    private const int PageSize = 200;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/register.json", JsonAsync).AddEndpointFilter(RefuseUnknownAsync).ProducesProblem(StatusCodes.Status400BadRequest).WithSummary("名录，每页至多 200 个单位；next 是下一页的地址").WithTags("名录");
        api.MapGet("/register.csv", CsvAsync).AddEndpointFilter(RefuseUnknownAsync).ProducesProblem(StatusCodes.Status400BadRequest).WithSummary("名录全部符合条件的单位，UTF-8 CSV").WithTags("名录").Produces(StatusCodes.Status200OK, contentType: "text/csv");
        api.MapGet("/register.xlsx", WorkbookAsync).AddEndpointFilter(RefuseUnknownAsync).ProducesProblem(StatusCodes.Status400BadRequest).WithSummary("名录全部符合条件的单位，供表格软件打开：代码和编号是文本").WithTags("名录").Produces(StatusCodes.Status200OK, contentType: RegisterWorkbook.MediaType);
    }

    /// <summary>A word that a filter does not have is refused: whoever mistypes one must not take every unit for the answer.</summary>
    private static async ValueTask<object?> RefuseUnknownAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.Arguments.OfType<RegisterAddress>().FirstOrDefault() is { Faults: { Count: > 0 } faults }
            ? TypedResults.Problem(string.Join(" ", faults), statusCode: StatusCodes.Status400BadRequest, title: "没有这个筛选条件")
            : await next(context);

    private static async Task<Ok<ResourceList<RegisterResource>>> JsonAsync([AsParameters] RegisterAddress address, RegisterSearchQuery register, HttpRequest request, HttpResponse response, CancellationToken cancellation)
    {
        var page = await register.SearchAsync(address.ToSearch(PageSize), cancellation);
        ApiCaching.Keep(response);
        return TypedResults.Ok(new ResourceList<RegisterResource>(
            page.Entries.Count,
            [.. page.Entries.Select(ToResource)],
            page.Next is { } next ? $"{request.PathBase}{request.Path}{address.Query(next)}" : null));
    }

    private static async Task<FileContentHttpResult> CsvAsync([AsParameters] RegisterAddress address, RegisterSearchQuery register, HttpResponse response, CancellationToken cancellation)
    {
        var entries = await AllAsync(address, register, cancellation);
        ApiCaching.Keep(response);
        return TypedResults.File(await WriteAsync([.. entries.Select(ToResource)], cancellation), "text/csv; charset=utf-8", "register.csv");
    }

    private static async Task<FileContentHttpResult> WorkbookAsync(
        [AsParameters] RegisterAddress address, RegisterSearchQuery register, ISpreadsheetWriter writer, HttpResponse response, CancellationToken cancellation)
    {
        var entries = await AllAsync(address, register, cancellation);
        ApiCaching.Keep(response);
        return TypedResults.File(RegisterWorkbook.Write(writer, entries), RegisterWorkbook.MediaType, "register.xlsx");
    }

    private static async Task<IReadOnlyList<CheckedUnit>> AllAsync(RegisterAddress address, RegisterSearchQuery register, CancellationToken cancellation)
    {
        var entries = new List<CheckedUnit>();
        var search = address.ToSearch(PageSize);
        for (var page = await register.SearchAsync(search, cancellation); ; page = await register.SearchAsync(search with { After = page.Next }, cancellation))
        {
            entries.AddRange(page.Entries);
            if (page.Next is null)
            {
                return entries;
            }
        }
    }

    /// <summary>With a byte order mark, so that spreadsheet programs read the Chinese; a cell that a spreadsheet would run as a formula is quoted by an apostrophe.</summary>
    private static async Task<byte[]> WriteAsync(IReadOnlyList<RegisterResource> rows, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        await using (var text = new StreamWriter(memory, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        await using (var csv = new CsvWriter(text, new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture)
        {
            InjectionOptions = CsvHelper.Configuration.InjectionOptions.Escape,
        }))
        {
            foreach (var name in (string[])["id", "name", "formerNames", "creditCode", "district", "kind", "level", "state", "admittedYear", "certificateNumber", "site", "proof"])
            {
                csv.WriteField(name);
            }

            await csv.NextRecordAsync();
            foreach (var row in rows)
            {
                cancellation.ThrowIfCancellationRequested();
                csv.WriteRecord(row);
                await csv.NextRecordAsync();
            }
        }

        return memory.ToArray();
    }

    private static RegisterResource ToResource(CheckedUnit unit) => new(
        unit.Shown.Id.Value,
        unit.Shown.Name,
        unit.Shown.FormerNames,
        unit.Shown.CreditCode,
        unit.Shown.DistrictName,
        RegisterAddress.Word(unit.Shown.Kind),
        RegisterAddress.Word(unit.Shown.Level),
        unit.Proof is RegisterProof.Unproven ? RegisterWords.Code(unit.Proof) : RegisterAddress.Word(unit.Shown.State),
        unit.Shown.AdmittedYear,
        unit.Shown.CertificateNumber,
        unit.Shown.Site,
        RegisterWords.Code(unit.Proof));
}
