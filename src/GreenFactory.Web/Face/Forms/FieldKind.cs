namespace GreenFactory.Web.Face.Forms;

/// <summary>How a field is entered. <see cref="Auto"/> follows the type of the property.</summary>
public enum FieldKind
{
    /// <summary>Numbers for numeric types, a date for dates, a checkbox for booleans, a choice where items are given, else text.</summary>
    Auto,

    /// <summary>One line of text.</summary>
    Text,

    /// <summary>A number typed as text: thousands separators are accepted, what was typed comes back.</summary>
    Number,

    /// <summary>Several lines, with a counter when a maximum is given.</summary>
    TextArea,

    /// <summary>A choice from a list that opens.</summary>
    Select,

    /// <summary>One of a few, all visible.</summary>
    Radios,

    /// <summary>One of a few short words side by side.</summary>
    Segments,

    /// <summary>Any of several.</summary>
    Checkboxes,

    /// <summary>Yes or nothing.</summary>
    Checkbox,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A password.</summary>
    Password,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Telephone,

    /// <summary>A one-time code of digits.</summary>
    Code,
}
