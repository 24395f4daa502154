using GreenFactory.Web.Face.Marks;

namespace GreenFactory.Web.Face.Blocks;

/// <summary>One choice of a facet.</summary>
/// <param name="Value">What the address carries.</param>
/// <param name="Label">What the user reads.</param>
/// <param name="Count">How many results it has.</param>
/// <param name="Chosen">Whether it is in force.</param>
public sealed record FacetChoice(string Value, string Label, int Count, bool Chosen);

/// <summary>A facet of a search. Partial <c>_Facets</c> takes a list of these and stands inside a GET form.</summary>
/// <param name="Name">Name of the query parameter.</param>
/// <param name="Legend">类别, 级别, 区县</param>
/// <param name="Choices">Its choices.</param>
public sealed record Facet(string Name, string Legend, IReadOnlyList<FacetChoice> Choices);

/// <summary>A QR code as the dark modules of a square grid, including its quiet zone. Partial <c>_Qr</c>.</summary>
/// <param name="Size">Modules along one side.</param>
/// <param name="Path">SVG path over the grid, one unit per module.</param>
/// <param name="Label">What it says, spoken to those who do not see it.</param>
public sealed record QrSymbol(int Size, string Path, string Label);

/// <summary>The certificate of a listed unit. Partial <c>_Certificate</c>.</summary>
/// <param name="Title">重庆市绿色工厂</param>
/// <param name="Number">Number of the certificate.</param>
/// <param name="Qr">The code that leads to the live page.</param>
/// <param name="Facts">Labels and values under it.</param>
public sealed record CertificateCard(string Title, string Number, QrSymbol Qr, IReadOnlyList<(string Label, string Value)> Facts)
{
    /// <summary>Where the certificate can be downloaded.</summary>
    public string? DownloadPath { get; init; }
}

/// <summary>An announcement in a list. Partial <c>_News</c> takes a list of these.</summary>
/// <param name="Date">7月3日</param>
/// <param name="Title">Its title.</param>
/// <param name="Path">Where it opens.</param>
/// <param name="Kind">通知, 公示, 工作提示</param>
public sealed record NewsItem(string Date, string Title, string Path, string Kind);

/// <summary>A public notice and how long it is open. Partial <c>_Notice</c>.</summary>
/// <param name="Title">2026 年度拟入围名单公示</param>
/// <param name="Period">9月21日—9月27日</param>
/// <param name="Shape">Shape of its state.</param>
/// <param name="State">公示中，还有 3 天</param>
/// <param name="Path">Where the list opens.</param>
/// <param name="ObjectionPath">Where an objection is raised; null outside the period.</param>
public sealed record NoticeCard(string Title, string Period, StateShape Shape, string State, string Path, string? ObjectionPath = null);

/// <summary>An objection and what became of it. Partial <c>_Objection</c>.</summary>
/// <param name="Number">Its receipt.</param>
/// <param name="Subject">The unit objected to.</param>
/// <param name="Received">When it came in.</param>
/// <param name="Shape">Shape of its state.</param>
/// <param name="State">核查中, 成立, 不成立</param>
/// <param name="Ground">What is objected, as far as it may be shown.</param>
/// <param name="Answer">The answer and its reason; null while it is being looked into.</param>
public sealed record ObjectionCard(string Number, string Subject, string Received, StateShape Shape, string State, string Ground, string? Answer = null);
