using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>Level of an honour.</summary>
public enum HonourLevel
{
    /// <summary>市级.</summary>
    Municipal,

    /// <summary>国家级.</summary>
    National,
}

/// <summary>Where a unit stands in the list.</summary>
public enum GreenUnitState
{
    /// <summary>有效.</summary>
    Valid,

    /// <summary>预警.</summary>
    Warned,

    /// <summary>已移出.</summary>
    Removed,
}

/// <summary>A unit of the list (名录): one identity over years, names and codes, counted once. Public.</summary>
public sealed class GreenUnit : ITenantOwned
{
    private GreenUnit()
    {
    }

    /// <summary>Key.</summary>
    public GreenUnitId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>Present credit code.</summary>
    public CreditCode CreditCode { get; private set; }

    /// <summary>Site or group (厂区、组团) that is recognised by itself; empty for the organisation as a whole. One code may hold several units.</summary>
    public string Site { get; private set; } = "";

    /// <summary>Present name, the site in it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Names it had before, separated by the Chinese enumeration comma; empty for none.</summary>
    public string FormerNames { get; private set; } = "";

    /// <summary>Its district.</summary>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Name of the district.</summary>
    public string DistrictName { get; private set; } = "";

    /// <summary>Factory or park.</summary>
    public OrganisationKind Kind { get; private set; }

    /// <summary>Highest level held.</summary>
    public HonourLevel Level { get; private set; }

    /// <summary>Where it stands.</summary>
    public GreenUnitState State { get; private set; }

    /// <summary>Year of the first admission.</summary>
    public int AdmittedYear { get; private set; }

    /// <summary>Number of the latest certificate.</summary>
    public string CertificateNumber { get; private set; } = "";

    /// <summary>
    /// What a search looks through: present and former names, code, and every certificate number, each folded by
    /// <see cref="ComparableText.Search"/> and separated by a space. What once stood in it stays.
    /// </summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Admits a unit to the list.</summary>
    public static GreenUnit Admit(
        GreenUnitId id, MunicipalityId municipality, CreditCode creditCode, string name, DistrictId district, string districtName, OrganisationKind kind, HonourLevel level, int year, string certificateNumber, string site = "")
    {
        var unit = new GreenUnit
        {
            Id = id,
            MunicipalityId = municipality,
            CreditCode = creditCode,
            Site = site,
            Name = name,
            DistrictId = district,
            DistrictName = districtName,
            Kind = kind,
            Level = level,
            AdmittedYear = year,
            CertificateNumber = certificateNumber,
        };
        unit.RefreshSearchText();
        return unit;
    }

    /// <summary>Confirms the unit by a new publication, under a new name if it has one.</summary>
    /// <returns>Whether it was renamed.</returns>
    public bool Confirm(string name, string certificateNumber)
    {
        var renamed = name != Name;
        if (renamed)
        {
            Rename(name);
        }

        State = GreenUnitState.Valid;
        CertificateNumber = certificateNumber;
        RefreshSearchText();
        return renamed;
    }

    /// <summary>Gives it a new name; the old one stays findable.</summary>
    public void Rename(string name)
    {
        FormerNames = FormerNames.Length == 0 ? Name : $"{FormerNames}、{Name}";
        Name = name;
        RefreshSearchText();
    }

    /// <summary>Warns it; a removed unit stays removed.</summary>
    public void Warn() => State = State is GreenUnitState.Removed ? State : GreenUnitState.Warned;

    /// <summary>Ends a warning; nothing changes for a unit that was not warned.</summary>
    public void EndWarning() => State = State is GreenUnitState.Warned ? GreenUnitState.Valid : State;

    /// <summary>Takes it off the list; its page and history stay.</summary>
    public Result Remove()
    {
        if (State is GreenUnitState.Removed)
        {
            return HonourErrors.UnitNotListed;
        }

        State = GreenUnitState.Removed;
        return Result.Success;
    }

    /// <summary>Takes a removal back.</summary>
    public Result Restore()
    {
        if (State is not GreenUnitState.Removed)
        {
            return RemovalErrors.NotRemoved;
        }

        State = GreenUnitState.Valid;
        return Result.Success;
    }

    private void RefreshSearchText() => SearchText = string.Join(
        ' ',
        SearchText.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Union(new[] { Name, CreditCode.Value, CertificateNumber }.Select(ComparableText.Search))
            .Where(text => text.Length > 0));
}
