using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>Grounds on which a unit is removed (notice of 2026-06-01, 二（一）2 and 二（二）).</summary>
public enum RemovalGround
{
    /// <summary>未按要求开展自评价对标.</summary>
    NoBenchmarking,

    /// <summary>材料或数据存在造假.</summary>
    Fraud,

    /// <summary>得分连续三年处于后5%.</summary>
    BottomThreeYears,

    /// <summary>未正常经营生产.</summary>
    NotOperating,

    /// <summary>发生安全、质量、环境污染等事故以及偷漏税等违法违规行为.</summary>
    AccidentOrOffence,

    /// <summary>督查工作中被发现存在严重问题.</summary>
    SupervisionFinding,

    /// <summary>被列入工业节能监察整改名单且未按要求完成整改.</summary>
    EnergySupervision,

    /// <summary>被列为失信被执行人.</summary>
    DishonestExecutee,
}

/// <summary>A proposal to remove a unit (移除建议); it takes effect and is announced with the next publication.</summary>
public sealed class RemovalProposal : ITenantOwned
{
    private RemovalProposal()
    {
    }

    /// <summary>Key.</summary>
    public RemovalProposalId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The unit.</summary>
    public GreenUnitId GreenUnitId { get; private set; }

    /// <summary>On which ground.</summary>
    public RemovalGround Ground { get; private set; }

    /// <summary>The facts.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Who proposed it.</summary>
    public string ProposedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>The publication that carried it out, or null while it stands.</summary>
    public PublicationId? PublicationId { get; private set; }

    /// <summary>Proposes.</summary>
    public static RemovalProposal Create(RemovalProposalId id, GreenUnit unit, RemovalGround ground, string detail, string byName, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = unit.MunicipalityId,
            GreenUnitId = unit.Id,
            Ground = ground,
            Detail = detail.Trim(),
            ProposedByName = byName,
            ProposedAt = now,
        };

    /// <summary>Carries it out with a publication.</summary>
    public void CarryOut(PublicationId publication) => PublicationId = publication;
}
