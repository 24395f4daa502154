namespace GreenFactory.Web.Face.Blocks;

/// <summary>One answer to be checked before submitting.</summary>
/// <param name="Label">The question.</param>
/// <param name="Value">The answer; null when nothing was given.</param>
/// <param name="ChangePath">Where it can be changed; null where it may not.</param>
public sealed record AnswerLine(string Label, string? Value, string? ChangePath = null);

/// <summary>Answers of one section, to be checked before submitting. Partial <c>_Answers</c>.</summary>
/// <param name="Title">The section.</param>
/// <param name="Rows">Its answers.</param>
public sealed record AnswerGroup(string Title, IReadOnlyList<AnswerLine> Rows);

/// <summary>A warning that may be passed with a justification. Partial <c>_Justification</c>; stands inside the page's form.</summary>
/// <param name="Field">Name of the form field of the justification.</param>
/// <param name="Text">What was noticed and what to do.</param>
/// <param name="Value">The justification so far.</param>
public sealed record Justification(string Field, string Text, string? Value)
{
    /// <summary>Most characters.</summary>
    public int Max { get; init; } = 200;

    /// <summary>已说明 · 周琳 7月6日 14:20; null before it was given.</summary>
    public string? Given { get; init; }
}

/// <summary>A place with nothing in it, and what to do about it. Partial <c>_Empty</c>.</summary>
/// <param name="Title">还没有申报</param>
/// <param name="Text">Why, and what comes next.</param>
/// <param name="ActionLabel">Label of the button; null for none.</param>
/// <param name="ActionPath">Where it leads.</param>
public sealed record EmptyState(string Title, string Text, string? ActionLabel = null, string? ActionPath = null);

/// <summary>Work in the background. Partial <c>_Progress</c>; the page reloads itself by a Refresh header or a link, not by a script.</summary>
/// <param name="Title">正在试算 214 份申报</param>
/// <param name="Done">How many are done.</param>
/// <param name="Total">How many in all; null while unknown.</param>
/// <param name="Text">Since when, and that the page may be left.</param>
/// <param name="CancelPath">Page that asks whether to cancel; null where it cannot be cancelled.</param>
public sealed record ProgressPanel(string Title, int Done, int? Total, string Text, string? CancelPath = null);
