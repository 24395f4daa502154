using System.Globalization;

namespace GreenFactory.Application.Declarations.Form;

/// <summary>What is asked at a field of the form.</summary>
public enum FormFieldKind
{
    /// <summary>An answer of the profile.</summary>
    Profile,

    /// <summary>The answer to a gate.</summary>
    Gate,

    /// <summary>The answer to an input of the unit.</summary>
    Input,

    /// <summary>All rows of a list; nothing is typed there, it is only pointed at.</summary>
    List,

    /// <summary>The answer to an input of a row, or the whole row where no code is said.</summary>
    Cell,

    /// <summary>Why an indicator that claims points has no file.</summary>
    Excuse,
}

/// <summary>
/// A field of the form of a declaration, and the one name under which what is typed there is sent, saved and pointed at: <c>p.contact</c> (profile),
/// <c>g.basic1</c> (gate), <c>i.energy_total</c> (input), <c>r.energy_products.0.output</c> (a cell; rows are counted from 0 as they stand on the form, blank
/// ones too), <c>r.energy_products</c> (the list), <c>x.water_reuse</c> (why an indicator has no file), and <c>w.</c> before any of the others for what is
/// said to a warning there. Nothing else knows these names; where an answer stands in the facts is an <see cref="Scoring.AnswerPlace"/>.
/// </summary>
public sealed record FormField
{
    private FormField(FormFieldKind kind, string code) => (Kind, Code) = (kind, code);

    /// <summary>What is asked.</summary>
    public FormFieldKind Kind { get; }

    /// <summary>Code of the field of the profile, the gate, the input or the indicator; empty for a list and a whole row.</summary>
    public string Code { get; }

    /// <summary>Code of the list; empty elsewhere.</summary>
    public string Group { get; private init; } = "";

    /// <summary>Number of the row as it stands on the form, from 0.</summary>
    public int Row { get; private init; }

    /// <summary>Whether it takes what is said to a warning at the field, and not the answer.</summary>
    public bool IsJustification { get; private init; }

    /// <summary>The field in which a warning here is answered.</summary>
    public FormField Justification => this with { IsJustification = true };

    /// <summary>The field itself, or the one whose warning is answered here.</summary>
    public FormField Owner => this with { IsJustification = false };

    /// <summary>The name under which it is sent and saved.</summary>
    public string Name => IsJustification ? JustificationOf(Owner.Name) : Kind switch
    {
        FormFieldKind.Profile => $"p.{Code}",
        FormFieldKind.Gate => $"g.{Code}",
        FormFieldKind.Input => $"i.{Code}",
        FormFieldKind.List => $"r.{Group}",
        FormFieldKind.Cell => string.Create(CultureInfo.InvariantCulture, $"r.{Group}.{Row}.{Code}"),
        _ => $"x.{Code}",
    };

    /// <summary>The name as the id of its control.</summary>
    public string Id => IdOf(Name);

    /// <summary>A field of the profile.</summary>
    public static FormField OfProfile(string code) => new(FormFieldKind.Profile, code);

    /// <summary>The answer to a gate.</summary>
    public static FormField OfGate(string code) => new(FormFieldKind.Gate, code);

    /// <summary>The answer to an input of the unit.</summary>
    public static FormField OfInput(string code) => new(FormFieldKind.Input, code);

    /// <summary>All rows of a list.</summary>
    public static FormField OfList(string group) => new(FormFieldKind.List, "") { Group = group };

    /// <summary>A row of a list as it stands on the form.</summary>
    public static FormField OfRow(string group, int row) => OfCell(group, row, "");

    /// <summary>An answer of a row.</summary>
    public static FormField OfCell(string group, int row, string code) => new(FormFieldKind.Cell, code) { Group = group, Row = row };

    /// <summary>Why an indicator that claims points has no file.</summary>
    public static FormField OfExcuse(string indicator) => new(FormFieldKind.Excuse, indicator);

    /// <summary>Reads what <see cref="Name"/> writes; null for anything else.</summary>
    public static FormField? Read(string name) => name.Split('.') switch
    {
        ["w", _, ..] => Read(name[2..]) is { IsJustification: false } explained ? explained.Justification : null,
        ["p", { Length: > 0 } code] => OfProfile(code),
        ["g", { Length: > 0 } code] => OfGate(code),
        ["i", { Length: > 0 } code] => OfInput(code),
        ["x", { Length: > 0 } code] => OfExcuse(code),
        ["r", { Length: > 0 } group] => OfList(group),
        ["r", { Length: > 0 } group, var row, var code] when int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => OfCell(group, number, code),
        _ => null,
    };

    /// <summary>The name of the field in which a warning at a field is answered.</summary>
    public static string JustificationOf(string name) => $"w.{name}";

    /// <summary>A name as the id of its control.</summary>
    public static string IdOf(string name) => name.Replace('.', '_');

    /// <summary>The files of a gate or an indicator; nothing is typed there, it is only pointed at.</summary>
    public static string FilesOf(string subject) => $"evidence-{subject}";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
