using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;

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

/// <summary>What a proposal about a unit of the list asks for.</summary>
public enum ProposalKind
{
    /// <summary>移出.</summary>
    Removal,

    /// <summary>恢复: a removal is taken back.</summary>
    Restoration,
}

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>已提出.</summary>
    Proposed,

    /// <summary>已告知，听取意见: the unit may answer until a day.</summary>
    Heard,

    /// <summary>已同意: it takes effect with the next list or announcement.</summary>
    Approved,

    /// <summary>不同意.</summary>
    Declined,

    /// <summary>已公告.</summary>
    Announced,
}

/// <summary>
/// A proposal to take a unit off the list, or to take such a removal back (notice of 2026-06-01, 二（二）). Before a removal is decided the unit is told ground, facts and the
/// last day of its answer; the decision is another person's than the proposer's; it takes effect when a signed list or announcement carries it out.
/// </summary>
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

    /// <summary>District of the unit.</summary>
    public DistrictId DistrictId { get; private set; }

    /// <summary>The organisation that answers for the unit; null while nobody acts for it on the platform.</summary>
    public OrganisationId? OrganisationId { get; private set; }

    /// <summary>Removal, or restoration after one.</summary>
    public ProposalKind Kind { get; private set; }

    /// <summary>Where it stands.</summary>
    public ProposalState State { get; private set; }

    /// <summary>On which ground; of a restoration, that of the removal it takes back.</summary>
    public RemovalGround Ground { get; private set; }

    /// <summary>The facts and what proves them; of a restoration, why.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Who proposed it: nobody decides on their own proposal.</summary>
    public UserId ProposedBy { get; private set; }

    /// <summary>Name of that person.</summary>
    public string ProposedByName { get; private set; } = "";

    /// <summary>The desk at which it was proposed: a district's or the city's.</summary>
    public Desk ProposedAtDesk { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>When the unit was told; null before.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>Until when the unit may answer; null before it was told.</summary>
    public DateTimeOffset? AnswerUntil { get; private set; }

    /// <summary>What the unit says; empty where it said nothing.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>Who answered for it.</summary>
    public string AnsweredByName { get; private set; } = "";

    /// <summary>When it answered; null where it did not.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Why it was decided so.</summary>
    public string Decision { get; private set; } = "";

    /// <summary>The lead who decided; null before.</summary>
    public UserId? DecidedBy { get; private set; }

    /// <summary>Name of that person.</summary>
    public string DecidedByName { get; private set; } = "";

    /// <summary>When it was decided; null before.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The list or announcement that carried it out; null before.</summary>
    public PublicationId? PublicationId { get; private set; }

    /// <summary>Whether it still asks something of somebody.</summary>
    public bool IsOpen => State is ProposalState.Proposed or ProposalState.Heard or ProposalState.Approved;

    /// <summary>Proposes a removal.</summary>
    public static RemovalProposal Create(RemovalProposalId id, GreenUnit unit, OrganisationId? organisation, RemovalGround ground, string detail, Proposer by, DateTimeOffset now) =>
        New(id, unit, organisation, ProposalKind.Removal, ground, detail, by, now);

    /// <summary>Proposes to take a removal back.</summary>
    public static RemovalProposal Restore(RemovalProposalId id, GreenUnit unit, OrganisationId? organisation, RemovalGround ground, string reason, Proposer by, DateTimeOffset now) =>
        New(id, unit, organisation, ProposalKind.Restoration, ground, reason, by, now);

    /// <summary>Somebody acts for the unit now.</summary>
    public void FindOrganisation(OrganisationId? organisation) => OrganisationId ??= organisation;

    /// <summary>Tells the unit, and gives it until then to answer.</summary>
    public Result Tell(DateTimeOffset until, DateTimeOffset now)
    {
        if (Kind is not ProposalKind.Removal || State is not ProposalState.Proposed)
        {
            return RemovalErrors.NotToTell;
        }

        (State, ToldAt, AnswerUntil) = (ProposalState.Heard, now, until);
        return Result.Success;
    }

    /// <summary>Takes the answer of the unit; a later one in time takes the place of the one before.</summary>
    public Result Reply(string answer, string byName, DateTimeOffset now)
    {
        if (State is not ProposalState.Heard || now >= AnswerUntil)
        {
            return RemovalErrors.AnswerOver;
        }

        (Answer, AnsweredByName, AnsweredAt) = (WrittenText.Said(answer), byName, now);
        return Result.Success;
    }

    /// <summary>Takes an answer that the unit gave on paper, where it has not answered here itself. Paper handed in on the last day may be recorded later, until it is decided.</summary>
    public Result ReplyOnPaper(string answer, string recordedByName, DateTimeOffset now)
    {
        if (State is not ProposalState.Heard)
        {
            return RemovalErrors.AnswerOver;
        }

        if (AnsweredAt is not null)
        {
            return RemovalErrors.Answered;
        }

        (Answer, AnsweredByName, AnsweredAt) = (WrittenText.Said(answer), $"书面意见，{recordedByName} 登记", now);
        return Result.Success;
    }

    /// <summary>Decides. A removal is decided after the unit was told and has answered or let the time pass; nobody decides on their own proposal.</summary>
    public Result Decide(bool approve, string reason, UserId by, string byName, DateTimeOffset now)
    {
        if (by == ProposedBy)
        {
            return RemovalErrors.OwnProposal;
        }

        if (DecidedAt is not null)
        {
            return RemovalErrors.Decided;
        }

        if (Kind is ProposalKind.Removal && approve && (State is not ProposalState.Heard || (AnsweredAt is null && now < AnswerUntil)))
        {
            return ToldAt is null ? RemovalErrors.NotHeard : RemovalErrors.HearingRuns;
        }

        State = approve ? ProposalState.Approved : ProposalState.Declined;
        (Decision, DecidedBy, DecidedByName, DecidedAt) = (WrittenText.Said(reason), by, byName, now);
        return Result.Success;
    }

    /// <summary>Carries it out with a signed list or announcement.</summary>
    public void CarryOut(PublicationId publication) => (PublicationId, State) = (publication, ProposalState.Announced);

    private static RemovalProposal New(
        RemovalProposalId id, GreenUnit unit, OrganisationId? organisation, ProposalKind kind, RemovalGround ground, string detail, Proposer by, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = unit.MunicipalityId,
            GreenUnitId = unit.Id,
            DistrictId = unit.DistrictId,
            OrganisationId = organisation,
            Kind = kind,
            State = ProposalState.Proposed,
            Ground = ground,
            Detail = WrittenText.Said(detail),
            ProposedBy = by.Person,
            ProposedByName = by.Name,
            ProposedAtDesk = by.Desk,
            ProposedAt = now,
        };
}

/// <summary>Who proposes, and at which desk.</summary>
public sealed record Proposer(UserId Person, string Name, Desk Desk);
