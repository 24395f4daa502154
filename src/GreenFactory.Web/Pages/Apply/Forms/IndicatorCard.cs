using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Measures;

namespace GreenFactory.Web.Pages.Apply.Forms;

/// <summary>A row of a repeat group on the form.</summary>
/// <param name="Title">产品 1</param>
/// <param name="Fields">Its fields.</param>
public sealed record RowView(string Title, IReadOnlyList<FieldView> Fields)
{
    /// <summary>What the engine says about the row; empty for nothing.</summary>
    public string Result { get; init; } = "";

    /// <summary>Name of the live region that holds <see cref="Result"/>.</summary>
    public string Live { get; init; } = "";

    /// <summary>Id of the row on the page.</summary>
    public string Anchor { get; init; } = "";

    /// <summary>What can be done with the row now.</summary>
    public IReadOnlyList<RowCommand> Commands { get; init; } = [];

    /// <summary>The id of a row.</summary>
    public static string AnchorOf(string group, int row) => $"row-{FormField.OfRow(group, row).Id}";
}

/// <summary>A repeat group on the form.</summary>
/// <param name="Id">Id of its place on the page.</param>
/// <param name="Label">What is listed.</param>
/// <param name="Help">How to fill it in.</param>
/// <param name="Rows">Its rows; the last may be empty.</param>
/// <param name="MayAdd">Whether another row can be added.</param>
public sealed record RowsView(string Id, string Label, string Help, IReadOnlyList<RowView> Rows, bool MayAdd)
{
    /// <summary>Code of the list.</summary>
    public string Code { get; init; } = "";

    /// <summary>Address of the calculation sheet of the rows, without its ending; null where there is none.</summary>
    public string? WorksheetPath { get; init; }

    /// <summary>Whether the rows are not asked as things stand.</summary>
    public bool Hidden { get; init; }

    /// <summary>The boolean field that decides, with "!" before it where its no does; null where that is not one field.</summary>
    public string? When { get; init; }

    /// <summary>Whether the server decides at every save if the rows are asked, because more than one field does.</summary>
    public bool Conditional { get; init; }
}

/// <summary>What the engine says about an indicator; replaced as a whole after each save.</summary>
/// <param name="Value">单位产品综合能耗 103.0 kgce/t; null when there is no single number.</param>
/// <param name="Rulers">The scales.</param>
/// <param name="Notes">What a person should look at.</param>
/// <param name="Trace">How the points came about.</param>
/// <param name="Row">The indicator on the sheet.</param>
public sealed record IndicatorResult((string Name, string Number, string Unit)? Value, IReadOnlyList<Ruler> Rulers, IReadOnlyList<string> Notes, TracePanel Trace, IndicatorScore Row);

/// <summary>One indicator of a section with everything that belongs to it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Anchor">Id of its place on the page.</param>
/// <param name="Head">Number, name, points.</param>
/// <param name="Explanation">How it is scored, in a sentence.</param>
/// <param name="Fields">The questions asked with it; none when earlier indicators asked them all.</param>
/// <param name="Rows">The repeat groups asked with it.</param>
/// <param name="Shared">Answers it shares with an indicator further up, in words; empty for none.</param>
/// <param name="Result">What the engine says.</param>
/// <param name="Evidence">Its files.</param>
/// <param name="Excuse">Why there are none; null where no document must be given.</param>
public sealed record IndicatorCard(
    string Code,
    string Anchor,
    IndicatorHead Head,
    string Explanation,
    IReadOnlyList<FieldView> Fields,
    IReadOnlyList<RowsView> Rows,
    string Shared,
    IndicatorResult Result,
    EvidenceList Evidence,
    FieldView? Excuse = null);

/// <summary>A requirement of the gates with its answer and its files.</summary>
/// <param name="Number">Place in the list.</param>
/// <param name="Title">Short title.</param>
/// <param name="Clause">Where it comes from.</param>
/// <param name="Negative">Whether it is an item of the negative list.</param>
/// <param name="Field">The answer.</param>
/// <param name="Wanted">Documents that help and may be missing; those that must be there stand with the files.</param>
/// <param name="Evidence">Its files.</param>
public sealed record GateCard(string Number, string Title, string Clause, bool Negative, FieldView Field, IReadOnlyList<string> Wanted, EvidenceList Evidence);
