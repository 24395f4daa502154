using GreenFactory.Web.Face.Marks;

namespace GreenFactory.Web.Face.Blocks;

/// <summary>One count above a queue. Partial <c>_CountTabs</c> takes a list of these.</summary>
/// <param name="Label">待接收</param>
/// <param name="Count">How many.</param>
/// <param name="Path">Address with the filter in it.</param>
/// <param name="Current">The filter in force.</param>
/// <param name="NeedsYou">Amber number: these wait for the reader.</param>
public sealed record CountTab(string Label, int Count, string Path, bool Current, bool NeedsYou = false);

/// <summary>One filter in force, with the address without it.</summary>
/// <param name="Text">时限：7月22日前</param>
/// <param name="RemovePath">The same list without this filter.</param>
public sealed record AppliedFilter(string Text, string RemovePath);

/// <summary>The line under the filters. Partial <c>_AppliedFilters</c>.</summary>
/// <param name="Count">符合条件 58 项，本页 14 项</param>
/// <param name="Filters">Filters in force.</param>
/// <param name="ClearPath">The list without any filter.</param>
/// <param name="Keys">True where <c>keyboard.js</c> serves the table below: the keys are then written out.</param>
public sealed record AppliedFilters(string Count, IReadOnlyList<AppliedFilter> Filters, string ClearPath, bool Keys);

/// <summary>Keyset paging: there are no page numbers. Partial <c>_Pager</c>.</summary>
/// <param name="Text">第 1–14 项，共 58 项</param>
/// <param name="PreviousPath">Null on the first page.</param>
/// <param name="NextPath">Null on the last page.</param>
public sealed record Pager(string Text, string? PreviousPath, string? NextPath);

/// <summary>One outcome of a batch action: a count, or a single item with the reason why it was left out.</summary>
/// <param name="Shape">Done, Error, You …</param>
/// <param name="Word">4 项已发出</param>
/// <param name="Item">Name of the item; null for a count.</param>
/// <param name="Path">Where the item opens.</param>
/// <param name="Reason">Why it was left out.</param>
public sealed record BatchLine(StateShape Shape, string Word, string? Item = null, string? Path = null, string? Reason = null);

/// <summary>What a batch action did, item by item. Partial <c>_BatchReport</c>.</summary>
/// <param name="Title">征求部门意见：5 项</param>
/// <param name="Lines">Counts and left-out items.</param>
/// <param name="ClosePath">Address without the report.</param>
public sealed record BatchReport(string Title, IReadOnlyList<BatchLine> Lines, string? ClosePath = null);
