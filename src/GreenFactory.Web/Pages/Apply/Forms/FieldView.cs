using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;

namespace GreenFactory.Web.Pages.Apply.Forms;

/// <summary>How a field is entered.</summary>
public enum FieldInput
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>A number with its unit.</summary>
    Number,

    /// <summary>One of a list.</summary>
    Select,

    /// <summary>One of two or three, side by side.</summary>
    Segments,

    /// <summary>Any of a list.</summary>
    Checklist,

    /// <summary>A date.</summary>
    Date,
}

/// <summary>One field of a section as the page draws it.</summary>
/// <param name="Field">The field of the declaration.</param>
/// <param name="Label">Chinese label.</param>
/// <param name="Input">How it is entered.</param>
/// <param name="Values">What was typed, as typed.</param>
public sealed record FieldView(FormField Field, string Label, FieldInput Input, IReadOnlyList<string> Values)
{
    /// <summary>Name under which it is saved.</summary>
    public string Name => Field.Name;

    /// <summary>Id of the control.</summary>
    public string Id => Field.Id;

    /// <summary>Unit of a number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How to fill it in.</summary>
    public string Help { get; init; } = "";

    /// <summary>Values and labels of a choice.</summary>
    public IReadOnlyList<(string Value, string Label)> Options { get; init; } = [];

    /// <summary>Most characters of a long text.</summary>
    public int? Max { get; init; }

    /// <summary>Type of a one-line input: text, tel, email.</summary>
    public string Type { get; init; } = "text";

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public string? Error { get; init; }

    /// <summary>What a person should look at; null when nothing.</summary>
    public string? Warning { get; init; }

    /// <summary>The justification of the warning so far.</summary>
    public string Justified { get; init; } = "";

    /// <summary>Whether it may stay empty.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether it can only be read: the return does not name it.</summary>
    public bool Locked { get; init; }

    /// <summary>Whether the question does not arise as things stand.</summary>
    public bool Hidden { get; init; }

    /// <summary>The boolean field that decides whether the question arises; null where that is not one field.</summary>
    public string? When { get; init; }

    /// <summary>Whether the question arises only for what was answered before in its row, which the server decides at every save.</summary>
    public bool Conditional { get; init; }

    /// <summary>What a number comes to in other units, and what is scored where a unit was typed with it; empty for nothing.</summary>
    public string Reading { get; init; } = "";

    /// <summary>Name of the live region that holds <see cref="Reading"/>.</summary>
    public string LiveReading => $"reading-{Name}";

    /// <summary>The one text typed; empty when nothing was.</summary>
    public string Text => Values is [var text, ..] ? text : "";
}
