using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Municipalities;

/// <summary>A city that names green factories and parks: the tenant.</summary>
public sealed class Municipality
{
    private Municipality()
    {
    }

    /// <summary>Key.</summary>
    public MunicipalityId Id { get; private set; }

    /// <summary>Short code used in the path prefix, such as <c>cq</c>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name, such as 重庆市.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The body that runs the procedure (市经济信息委).</summary>
    public string AuthorityName { get; private set; } = "";

    /// <summary>Host name that selects it, or null when only the path prefix does.</summary>
    public string? Host { get; private set; }

    /// <summary>True for the one that answers when neither host nor prefix names another.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>Creates a municipality.</summary>
    public static Municipality Create(MunicipalityId id, string code, string name, string authorityName, string? host, bool isDefault) =>
        new() { Id = id, Code = code, Name = name, AuthorityName = authorityName, Host = host, IsDefault = isDefault };
}
