using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>What keeps a unit off the list for three years (notice 2026, 近三年…已被动态调整出绿色制造名单、弄虚作假三年内不采信).</summary>
/// <param name="Ground">What happened and why, in Chinese.</param>
/// <param name="Since">The day it happened, in Beijing time.</param>
public sealed record ListBar(string Ground, DateOnly Since)
{
    private const int Years = 3;

    /// <summary>The first day on which the unit may declare again.</summary>
    public DateOnly Until => Since.AddYears(Years);

    /// <summary>Ground and date, and what follows, in Chinese.</summary>
    public string Sentence => $"{Ground}（{Since:yyyy年M月d日}），三年内不得申报和列入，{Until:yyyy年M月d日}起可以重新申报";

    /// <summary>Whether the bar holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => day < Until;
}

/// <summary>What the register holds of a unit that is on the list.</summary>
/// <param name="Kind">绿色工厂 or 绿色工业园区.</param>
/// <param name="Level">Highest level.</param>
/// <param name="Year">Year of the first admission.</param>
/// <param name="CertificateNumber">The current certificate.</param>
public sealed record ListedHonour(OrganisationKind Kind, HonourLevel Level, int Year, string CertificateNumber);

/// <summary>Where an organisation stands with the register today, and so what it may declare.</summary>
/// <param name="Listed">Its entry; null when it is not on the list, or no longer.</param>
/// <param name="Bar">The bar that holds today; null for none.</param>
public sealed record RegisterStanding(ListedHonour? Listed, ListBar? Bar)
{
    /// <summary>The standing of an organisation the register does not know.</summary>
    public static RegisterStanding Unknown { get; } = new(null, null);

    /// <summary>The bar that stops a case of this purpose on its way to the list; null for none. A unit of the list benchmarks all the same.</summary>
    public ListBar? Stops(DeclarationPurpose purpose) => purpose is DeclarationPurpose.Benchmark && Listed is not null ? null : Bar;

    /// <summary>Why the organisation may not declare for this purpose; null when it may.</summary>
    public Error? Refuses(DeclarationPurpose purpose) => (purpose, this) switch
    {
        (DeclarationPurpose.NewEntry, { Listed: { } listed }) => HonourErrors.AlreadyListed(listed),
        (DeclarationPurpose.Benchmark, { Listed: not null }) => null,
        (_, { Bar: { } bar }) => HonourErrors.Barred(bar),
        (DeclarationPurpose.Benchmark, _) => HonourErrors.NeverListed,
        _ => null,
    };
}
