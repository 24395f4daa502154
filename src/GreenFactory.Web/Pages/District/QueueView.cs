using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Web.Pages.District;

/// <summary>What the queue shows, as its address carries it: a view that is kept as a bookmark opens again as it was.</summary>
public sealed class QueueView
{
    /// <summary>The owner of the person at work.</summary>
    public const string Mine = "mine";

    /// <summary>Nobody.</summary>
    public const string Nobody = "none";

    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>Only this state.</summary>
    [Display(Name = "状态")]
    public CaseState? State { get; set; }

    /// <summary>Only factories or parks.</summary>
    [Display(Name = "类别")]
    public OrganisationKind? Kind { get; set; }

    /// <summary>Only new entries or benchmarking.</summary>
    [Display(Name = "申报类别")]
    public DeclarationPurpose? Purpose { get; set; }

    /// <summary>Part of name or case number, or a credit code.</summary>
    [Display(Name = "查找内容")]
    public string? Q { get; set; }

    /// <summary>The beginning of an industry code.</summary>
    [Display(Name = "行业")]
    public string? Industry { get; set; }

    /// <summary>Only this rule-set version.</summary>
    [Display(Name = "规则集")]
    public Guid? Rules { get; set; }

    /// <summary>mine, none, or the id of a colleague.</summary>
    [Display(Name = "经办人")]
    public string? Owner { get; set; }

    /// <summary>Only with open questions.</summary>
    [Display(Name = "有提问")]
    public bool Questions { get; set; }

    /// <summary>Only with quality signals.</summary>
    [Display(Name = "有信号")]
    public bool Signals { get; set; }

    /// <summary>The order.</summary>
    [Display(Name = "排序")]
    public QueueSort Sort { get; set; }

    /// <summary>Row after which the page begins.</summary>
    [Display(Name = "翻页位置")]
    public string? After { get; set; }

    /// <summary>Row before which the page ends.</summary>
    [Display(Name = "翻页位置")]
    public string? Before { get; set; }

    /// <summary>The orders with their words.</summary>
    public static IReadOnlyList<(QueueSort Sort, string Word)> Sorts { get; } =
        [(QueueSort.Number, "案件编号"), (QueueSort.Due, "时限"), (QueueSort.Score, "申报得分"), (QueueSort.Industry, "行业"), (QueueSort.Submitted, "提交时间"), (QueueSort.Name, "单位名称")];

    /// <summary>The filter of the query.</summary>
    public QueueFilter ToFilter(UserId person) => new()
    {
        State = State,
        Kind = Kind,
        Purpose = Purpose,
        Text = Q,
        Industry = Industry,
        RuleSet = Rules is { } version ? new RuleSetVersionId(version) : null,
        Owner = Owner switch
        {
            Mine => new QueueOwner(person),
            Nobody => new QueueOwner(null),
            _ => Guid.TryParse(Owner, out var officer) ? new QueueOwner(new UserId(officer)) : null,
        },
        WithQuestions = Questions,
        WithSignals = Signals,
        Sort = Sort,
        Place = Read(Before, backwards: true) ?? Read(After, backwards: false),
    };

    /// <summary>The values of the address, without those that are as usual.</summary>
    public Dictionary<string, object?> Values() => new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(Year)] = Year,
        [nameof(State)] = State,
        [nameof(Kind)] = Kind,
        [nameof(Purpose)] = Purpose,
        [nameof(Q)] = Q,
        [nameof(Industry)] = Industry,
        [nameof(Rules)] = Rules,
        [nameof(Owner)] = Owner,
        [nameof(Questions)] = Questions ? true : null,
        [nameof(Signals)] = Signals ? true : null,
        [nameof(Sort)] = Sort is QueueSort.Number ? null : Sort,
        [nameof(After)] = After,
        [nameof(Before)] = Before,
    };

    /// <summary>A place as the address carries it: the case number, which has no blank, and the key.</summary>
    public static string? Write(QueuePlace? place) => place is null ? null : $"{place.CaseNumber} {place.Key}";

    private static QueuePlace? Read(string? text, bool backwards) =>
        (text ?? "").Split(' ', 2) is [{ Length: > 0 } number, var key] ? new QueuePlace(key, number, backwards) : null;
}
