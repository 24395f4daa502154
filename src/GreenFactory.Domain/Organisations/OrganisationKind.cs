namespace GreenFactory.Domain.Organisations;

/// <summary>What an organisation applies as.</summary>
public enum OrganisationKind
{
    /// <summary>企业: applies as 绿色工厂.</summary>
    Factory,

    /// <summary>园区: applies as 绿色工业园区.</summary>
    Park,
}
