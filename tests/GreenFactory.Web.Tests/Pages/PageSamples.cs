using GreenFactory.Testing.Cases;

namespace GreenFactory.Web.Tests.Pages;

/// <summary>For every page whose address has parameters, the address of one that exists in a <see cref="WholeCampaign"/>.</summary>
internal static class PageSamples
{
    private static readonly Dictionary<string, string> Addresses = new()
    {
        ["/admin/announcements/edit/{id}"] = "/admin/announcements/edit/[announcement]",
        ["/admin/campaigns/assessment/{id}"] = "/admin/campaigns/assessment/[campaign]",
        ["/admin/campaigns/edit/{id}"] = "/admin/campaigns/edit/[campaign]",
        ["/admin/rules/diff"] = "/admin/rules/diff?from=[rules]&to=[rules-draft]",
        ["/admin/rules/dryrun/{id}"] = "/admin/rules/dryrun/[rules-draft]",
        ["/admin/rules/dryrunresult/{id}"] = "/admin/rules/dryrunresult/[dry-run]",
        ["/admin/rules/edit/{id}"] = "/admin/rules/edit/[rules-draft]?part=energy_limit",
        ["/admin/rules/version/{id}"] = "/admin/rules/version/[rules]",
        ["/admin/users/person/{id}"] = "/admin/users/person/[person]",
        ["/admin/values/standard/{id}"] = "/admin/values/standard/[rules]?name=工业重点领域能效标杆水平和基准水平（2023年版），发改产业〔2023〕723号",
        ["/announcements/{id}"] = "/announcements/[announcement]",
        ["/apply/evidence/{id}"] = "/apply/evidence/[draft-evidence]",
        ["/apply/{id}"] = "/apply/[draft]",
        ["/apply/{id}/case-file.json"] = "/apply/[published]/case-file.json",
        ["/apply/{id}/check"] = "/apply/[draft]/check",
        ["/apply/{id}/corrections"] = "/apply/[returned]/corrections",
        ["/apply/{id}/evidence/{evidence}/remove"] = "/apply/[draft]/evidence/[draft-evidence]/remove",
        ["/apply/{id}/evidence/{subject}"] = "/apply/[draft]/evidence/neg1",
        ["/apply/{id}/documents"] = "/apply/[draft]/documents",
        ["/apply/{id}/gains"] = "/apply/[draft]/gains",
        ["/apply/{id}/receipt"] = "/apply/[published]/receipt",
        ["/apply/{id}/rules"] = "/apply/[draft]/rules?q=水泥&industry=3011",
        ["/apply/{id}/sections/{code}/rows/{group}/{row}/remove"] = "/apply/[draft]/sections/energy/rows/energy_products/0/remove",
        ["/apply/{id}/sections/{code}"] = "/apply/[draft]/sections/energy",
        ["/apply/{id}/sheet.pdf"] = "/apply/[published]/sheet.pdf",
        ["/apply/{id}/sign"] = "/apply/[returned]/sign",
        ["/apply/{id}/trace/{indicator}"] = "/apply/[draft]/trace/energy_intensity",
        ["/apply/{id}/withdraw"] = "/apply/[draft]/withdraw",
        ["/apply/{id}/worksheet.{format}"] = "/apply/[draft]/worksheet.html",
        ["/city/cases/{id}"] = "/city/cases/[published]",
        ["/city/cases/{id}/case-file.json"] = "/city/cases/[published]/case-file.json",
        ["/city/cases/{id}/compliance"] = "/city/cases/[reported]/compliance",
        ["/apply/removals/{id}"] = "/apply/removals/[removal]",
        ["/city/list/removals"] = "/city/list/removals?search=演示",
        ["/city/list/removals/{id}"] = "/city/list/removals/[removal]",
        ["/district/list/removals"] = "/district/list/removals?search=重庆",
        ["/district/list/removals/{id}"] = "/district/list/removals/[removal]",
        ["/departments/opinions/{id}"] = "/departments/opinions/[opinion]",
        ["/district/cases/{id}"] = "/district/cases/[review]",
        ["/district/cases/{id}/case-file.json"] = "/district/cases/[review]/case-file.json",
        ["/district/cases/{id}/conclude"] = "/district/cases/[review]/conclude",
        ["/district/cases/{id}/opinions"] = "/district/cases/[review]/opinions",
        ["/district/cases/{id}/reading"] = "/district/cases/[review]/reading",
        ["/district/cases/{id}/record"] = "/district/cases/[review]/record",
        ["/district/cases/{id}/return"] = "/district/cases/[review]/return",
        ["/district/cases/{id}/visit"] = "/district/cases/[review]/visit",
        ["/district/packs/{id}"] = "/district/packs/[pack]",
        ["/experts/cases/{id}"] = "/experts/cases/[assignment]",
        ["/help/{slug}"] = "/help/scoring",
        ["/notices/{id}"] = "/notices/[notice]",
        ["/publications/{id}"] = "/publications/[publication]",
        ["/register"] = "/register?q=重庆",
        ["/register/{id}"] = "/register/[unit]",
        ["/rules/{id}/{version}/form"] = "/rules/gbt36132-2025/1.3.0/form",
        ["/rules/{id}/{version}"] = "/rules/gbt36132-2025/1.3.0",
        ["/verify"] = "/verify?code=2026-F-001",
    };

    /// <summary>What handlers of a page read from the query, when they are opened by name.</summary>
    private static readonly Dictionary<string, string> Queries = new()
    {
        ["/district/claims"] = "claim=[claim]&proof=false",
        ["/district/claims/index"] = "claim=[claim]&proof=false",
        ["/admin/values/standard/{id}"] = "comparison=[comparison]",
        ["/apply/removals/{id}"] = "paper=[removal-paper]",
        ["/city/list/removals/{id}"] = "paper=[removal-paper]",
        ["/district/list/removals/{id}"] = "paper=[removal-paper]",
        ["/city/list/falsifications"] = "finding=[finding]",
        ["/district/cases/{id}"] = "file=[review-evidence]",
        ["/district/cases/{id}/opinions"] = "opinion=[opinion]",
        ["/district/cases/{id}/visit"] = "photo=[photo]",
    };

    /// <summary>The address to open; null when a page has parameters and no sample was given.</summary>
    public static string? Of(PortalPage page, PageHandler handler, IReadOnlyDictionary<string, Guid> keys)
    {
        var address = Addresses.GetValueOrDefault(page.Template) ?? (page.Template.Contains('{', StringComparison.Ordinal) ? null : page.Template);
        if (address is null || handler.Name is null)
        {
            return Fill(address, keys);
        }

        return Fill($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler.Name}&{Queries.GetValueOrDefault(page.Template)}".TrimEnd('&'), keys);
    }

    private static string? Fill(string? address, IReadOnlyDictionary<string, Guid> keys) =>
        address is null ? null : keys.Aggregate(address, (text, key) => text.Replace($"[{key.Key}]", key.Value.ToString(), StringComparison.Ordinal));
}
