namespace GreenFactory.Domain.Declarations;

/// <summary>Why a case is filed.</summary>
public enum DeclarationPurpose
{
    /// <summary>新申报.</summary>
    NewEntry,

    /// <summary>现有单位自评价对标.</summary>
    Benchmark,
}
