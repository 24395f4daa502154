namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>What a column of a rule-set workbook holds.</summary>
internal enum ColumnType
{
    /// <summary>A text, kept to the letter.</summary>
    Text,

    /// <summary>A formula; a number is a formula too.</summary>
    Formula,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number that is part of a code or position, shown as text.</summary>
    NumberAsText,

    /// <summary>A number of a parameter table, or the mark that the source has no such level.</summary>
    Value,

    /// <summary>是 or 否.</summary>
    Flag,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>Several texts, one on each line.</summary>
    Lines,

    /// <summary>A text as the cell shows it, made ready by the part that writes it.</summary>
    Shown,

    /// <summary>A part of the document that has no columns.</summary>
    Json,
}
