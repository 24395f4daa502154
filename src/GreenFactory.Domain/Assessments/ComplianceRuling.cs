using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Assessments;

/// <summary>What the city's compliance check looks at (符合性审查项目).</summary>
public enum ComplianceItem
{
    /// <summary>材料齐全.</summary>
    Materials,

    /// <summary>申报资格.</summary>
    Eligibility,

    /// <summary>负面清单：企业声明.</summary>
    NegativeListDeclared,

    /// <summary>负面清单：部门意见.</summary>
    NegativeListDepartments,

    /// <summary>负面清单：信用信息核对.</summary>
    NegativeListImported,

    /// <summary>基本要求.</summary>
    BasicRequirements,

    /// <summary>规则集已确认.</summary>
    RuleSetConfirmed,

    /// <summary>得分可复算.</summary>
    ScoresIntact,
}

/// <summary>How one item was ruled.</summary>
public enum ComplianceVerdict
{
    /// <summary>符合.</summary>
    Ok,

    /// <summary>符合，有说明.</summary>
    OkWithRemark,

    /// <summary>不符合.</summary>
    NotOk,
}

/// <summary>The city's ruling on one item of one case. Rulings made before the latest report of the case no longer count.</summary>
public sealed class ComplianceRuling : ICaseOwned
{
    private ComplianceRuling()
    {
    }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The item.</summary>
    public ComplianceItem Item { get; private set; }

    /// <summary>The verdict.</summary>
    public ComplianceVerdict Verdict { get; private set; }

    /// <summary>The remark; required unless the item is plainly in order.</summary>
    public string Remark { get; private set; } = "";

    /// <summary>Who ruled.</summary>
    public UserId RuledBy { get; private set; }

    /// <summary>Name of who ruled.</summary>
    public string RuledByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset RuledAt { get; private set; }

    /// <summary>Begins a ruling.</summary>
    public static ComplianceRuling Create(Declaration declaration, ComplianceItem item) =>
        new() { DeclarationId = declaration.Id, MunicipalityId = declaration.MunicipalityId, Item = item };

    /// <summary>Rules.</summary>
    public void Rule(ComplianceVerdict verdict, string remark, UserId by, string byName, DateTimeOffset now)
    {
        Verdict = verdict;
        Remark = WrittenText.Said(remark);
        RuledBy = by;
        RuledByName = byName;
        RuledAt = now;
    }
}
