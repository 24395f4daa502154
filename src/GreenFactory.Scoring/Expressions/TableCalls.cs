using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>Binds the functions that read parameter tables: lookup, level, correction and measure.</summary>
internal sealed class TableCalls(Scope scope, RepeatGroup? rowsOf, Func<Expression, BoundExpression?> bind, Action<string, int, string> fail)
{
    /// <summary>lookup("表", 键, "列").</summary>
    public BoundExpression? Lookup(Call call)
    {
        if (call.Arguments is not [TextLiteral tableName, var key, TextLiteral column])
            return Fail("expr.lookup", call.Position, "请写成 lookup(\"参数表\", 键, \"列\")，参数表和列要加引号。");
        return Table(tableName, [column]) is { } table && Key(call, table, key) is { } name && UnitOf(call, table, key) is { } unit
            ? new LookupExpression(ExpressionType.Number(unit), table, name, table.PlaceOfColumn(column.Value)) : null;
    }

    /// <summary>level("表", 键, "列", "列"…): the first column the row has a number in, corrected as the standard says.</summary>
    public BoundExpression? Level(Call call)
    {
        if (call.Arguments is not [TextLiteral tableName, var key, TextLiteral, ..] || call.Arguments.Skip(2).Any(a => a is not TextLiteral))
            return Fail("expr.level", call.Position, "请写成 level(\"参数表\", 键, \"列\"…)，参数表和列要加引号；列可以写几个，取标准给出的第一个。");
        var columns = call.Arguments.Skip(2).Cast<TextLiteral>().ToList();
        if (Table(tableName, columns) is not { } table || Key(call, table, key) is not { } name || UnitOf(call, table, key) is not { } unit)
            return null;
        var corrections = table.Table.Corrections;
        var formulas = columns.Select(_ => new BoundExpression?[corrections.Count]).ToArray();
        for (var i = 0; i < corrections.Count; i++)
        {
            if (table.PlaceOfCorrection(corrections[i].Code) != i || !table.Uses(corrections[i]))
                continue;
            for (var column = 0; column < columns.Count; column++)
            {
                if (!corrections[i].Levels.ContainsKey(columns[column].Value))
                    continue;
                if (Correction(call, table, corrections[i], columns[column].Value, unit) is not { } formula)
                    return null;
                formulas[column][i] = formula;
            }
        }

        return new LevelExpression(ExpressionType.Number(unit), table, name, [.. columns.Select(c => table.PlaceOfColumn(c.Value))], formulas);
    }

    /// <summary>correction("表", 键) or measure("表", 键): the code of the correction of the row, or what it is measured in.</summary>
    public BoundExpression? Word(Call call)
    {
        if (call.Arguments is not [TextLiteral tableName, var key])
            return Fail("expr.rowWord", call.Position, $"请写成 {call.Function}(\"参数表\", 键)，参数表要加引号。");
        return Table(tableName, []) is { } table && Key(call, table, key) is { } name
            ? new RowWordExpression(table, name, call.Function == "measure") : null;
    }

    private BoundExpression? Correction(Call call, ParameterIndex table, LevelCorrection correction, string column, Unit unit)
    {
        if (table.Formula(correction.Code, column, rowsOf) is { } known)
            return known;
        var binder = new Binder(scope, rowsOf, unit);
        if (binder.BindNumber(correction.Levels[column], unit) is { } formula && binder.Errors.Count == 0)
            return table.Keep(correction.Code, column, rowsOf, formula);
        foreach (var error in binder.Errors)
            fail(error.Code, call.Position, $"修正“{correction.Label}”的{table.ColumnLabel(column)}公式：{error.Message}");
        return null;
    }

    private ParameterIndex? Table(TextLiteral name, IReadOnlyList<TextLiteral> columns)
    {
        if (scope.Table(name.Value) is not { } table)
        {
            fail("expr.unknownTable", name.Position, $"没有参数表“{name.Value}”。");
            return null;
        }

        foreach (var column in columns)
        {
            if (table.Table.Columns.Any(c => c.Code == column.Value))
                continue;
            fail("expr.unknownColumn", column.Position, $"参数表“{table.Table.Label}”没有列“{column.Value}”。");
            return null;
        }

        return table;
    }

    private BoundExpression? Key(Call call, ParameterIndex table, Expression key)
    {
        var bound = bind(key);
        if (bound is not null && bound.Type.Kind != TypeKind.Text)
            return Fail("expr.type", call.Position, $"{call.Function} 的键应当是文字或单选项，现在是{bound.Type.Describe()}。");
        return key is TextLiteral literal && !table.Knows(literal.Value)
            ? Fail("expr.unknownKey", literal.Position, $"参数表“{table.Table.Label}”没有键“{literal.Value}”。") : bound;
    }

    /// <summary>The unit of a looked-up cell: the table's, or what all rows that the key can meet say, on whatever dates they hold.</summary>
    private Unit? UnitOf(Call call, ParameterIndex table, Expression key)
    {
        var texts = table.Table.Unit.Length > 0 ? [table.Table.Unit]
            : (key is TextLiteral literal ? table.Table.Rows.Where(r => r.Key == literal.Value) : table.Table.Rows).Select(r => r.Unit).Distinct().ToList();
        Unit? common = null;
        foreach (var text in texts)
        {
            if (!Unit.TryParse(text, out var unit))
            {
                fail("expr.unit", call.Position, $"参数的单位“{text}”无法识别。");
                return null;
            }

            if (common is not null && !common.Equals(unit))
            {
                fail("expr.lookupUnit", call.Position, $"参数表“{table.Table.Label}”中可能查到的各行单位不同（“{common.Named}”和“{unit.Named}”），请统一单位或分成两个键。");
                return null;
            }

            common ??= unit;
        }

        return common ?? Unit.One;
    }

    private BoundExpression? Fail(string code, int position, string message)
    {
        fail(code, position, message);
        return null;
    }
}
