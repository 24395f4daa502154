namespace GreenFactory.Scoring.Expressions;

/// <summary>What a formula yields.</summary>
internal enum TypeKind
{
    Number,
    Boolean,
    Text,
    Choices,
    Date,
}

/// <summary>Static type of a formula; numbers carry a unit.</summary>
internal readonly record struct ExpressionType(TypeKind Kind, Unit Unit)
{
    public static readonly ExpressionType Boolean = new(TypeKind.Boolean, Unit.One);
    public static readonly ExpressionType Text = new(TypeKind.Text, Unit.One);
    public static readonly ExpressionType Choices = new(TypeKind.Choices, Unit.One);
    public static readonly ExpressionType Date = new(TypeKind.Date, Unit.One);

    public static ExpressionType Number(Unit unit) => new(TypeKind.Number, unit);

    public string Describe() => Kind switch
    {
        TypeKind.Number => Unit.Text.Length == 0 ? "数" : $"数（{Unit.Text}）",
        TypeKind.Boolean => "是非",
        TypeKind.Text => "文字",
        TypeKind.Choices => "多选",
        _ => "日期",
    };
}
