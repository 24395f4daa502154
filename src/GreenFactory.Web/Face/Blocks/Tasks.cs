using GreenFactory.Web.Face.Marks;

namespace GreenFactory.Web.Face.Blocks;

/// <summary>What must be done now, by when, and the one way on. Partial <c>_NextStep</c>.</summary>
/// <param name="Title">请在 7月10日（周五）18:00 前提交给涪陵区经济信息委，还有 4 天</param>
/// <param name="Detail">还差：改正 1 处错误 · …</param>
/// <param name="ActionLabel">Label of the button; null when somebody else acts.</param>
/// <param name="ActionPath">Where the button leads.</param>
public sealed record NextStep(string Title, string? Detail, string? ActionLabel = null, string? ActionPath = null)
{
    /// <summary>False when the user only waits: the banner is then neutral.</summary>
    public bool NeedsYou { get; init; } = true;
}

/// <summary>One task of the task list.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Path">Where it is done; null while it is locked.</param>
/// <param name="Shape">Shape of its state.</param>
/// <param name="Word">Word of its state: 完成, 有误 1 处.</param>
public sealed record TaskItem(string Title, string? Path, StateShape Shape, string Word)
{
    /// <summary>What is given or missing.</summary>
    public string? Detail { get; init; }

    /// <summary>How the detail is meant: plain, something the user owes, or an error.</summary>
    public NoteKind DetailKind { get; init; }

    /// <summary>Points won and possible; null for parts that are not scored.</summary>
    public (decimal? Points, decimal Max)? Score { get; init; }
}

/// <summary>A part of the declaration. Partial <c>_TaskList</c> takes a list of these.</summary>
/// <param name="Number">一, 二, 三 …; null for a part beside them.</param>
/// <param name="Title">企业基本信息</param>
/// <param name="Aside">三项均需符合，不计分; null for none.</param>
/// <param name="Items">Its tasks.</param>
public sealed record TaskSection(string? Number, string Title, string? Aside, IReadOnlyList<TaskItem> Items);

/// <summary>Something that would raise the score. Partial <c>_Gains</c> takes a list of these, the largest first.</summary>
/// <param name="Title">What to do.</param>
/// <param name="Path">Where.</param>
/// <param name="Points">Points to gain.</param>
/// <param name="AtMost">True when the points are a limit, not a forecast.</param>
/// <param name="Detail">Why.</param>
public sealed record Gain(string Title, string Path, decimal Points, bool AtMost, string Detail);

/// <summary>Where a step of the timeline stands.</summary>
public enum TimelineWhen
{
    /// <summary>It happened.</summary>
    Past,

    /// <summary>It is being waited for.</summary>
    Now,

    /// <summary>It comes later.</summary>
    Next,
}

/// <summary>One step of a case's story. Partial <c>_Timeline</c> takes a list of these, the oldest first.</summary>
/// <param name="When">Past, now or next.</param>
/// <param name="Date">6月9日, 现在，等您, 7月13日—7月22日</param>
/// <param name="Text">What happened and who did it.</param>
/// <param name="Detail">Why; null for none.</param>
public sealed record TimelineStep(TimelineWhen When, string Date, string Text, string? Detail = null);
