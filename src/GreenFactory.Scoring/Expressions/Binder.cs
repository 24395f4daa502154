using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>Resolves names and checks types and units. Every mistake is an <see cref="ExpressionError"/> with its position; nothing is guessed.</summary>
internal sealed class Binder(Scope scope, RepeatGroup? rowsOf = null, Unit? printed = null)
{
    private readonly List<ExpressionError> _errors = [];

    public IReadOnlyList<ExpressionError> Errors => _errors;

    /// <summary>Parses and binds a formula of any type.</summary>
    public BoundExpression? Bind(string formula)
    {
        var parsed = Expression.Parse(formula);
        if (parsed.Error is not null)
        {
            _errors.Add(parsed.Error);
            return null;
        }

        var bound = Bind(parsed.Expression!);
        if (bound is null || bound.Depth <= BoundExpression.MaxDepth)
            return bound;
        Fail("expr.tooDeep", 0, $"公式连同所用的定义嵌套超过 {BoundExpression.MaxDepth} 层，请拆分或简化。");
        return null;
    }

    /// <summary>Binds a formula that must be true or false.</summary>
    public BoundExpression? BindCondition(string formula) => Demand(Bind(formula), TypeKind.Boolean, 0, "条件应当得出是或否");

    /// <summary>Binds a formula that must be a number of a unit. A bare number is taken to be in that unit; anything else is converted or refused.</summary>
    public BoundExpression? BindNumber(string formula, Unit unit)
    {
        if (Expression.Parse(formula).Expression is { } bare && IsBare(bare))
            return Bind(formula) is { } literal ? Retype(literal, unit) : null;
        return Demand(Bind(formula), TypeKind.Number, 0, "这里应当得出一个数") is { } bound ? Convert(bound, unit, 0) : null;
    }

    /// <summary>Binds a formula that must be a number, in whatever unit.</summary>
    public BoundExpression? BindNumber(string formula) => Demand(Bind(formula), TypeKind.Number, 0, "这里应当得出一个数");

    /// <summary>Binds a formula that must be a text.</summary>
    public BoundExpression? BindText(string formula) => Demand(Bind(formula), TypeKind.Text, 0, "这里应当得出文字");

    private static bool IsBare(Expression expression) =>
        expression is NumberLiteral { Unit: null } or Unary { Operator: "-", Operand: NumberLiteral { Unit: null } };

    private static ConstantExpression Retype(BoundExpression literal, Unit unit) =>
        new(ExpressionType.Number(unit), literal is ConstantExpression constant ? constant.Value : literal.Evaluate(new([], [], default)));

    private BoundExpression? Bind(Expression expression) => expression switch
    {
        NumberLiteral number => BindLiteral(number),
        TextLiteral text => new ConstantExpression(ExpressionType.Text, Value.Of(text.Value)),
        BooleanLiteral flag => new ConstantExpression(ExpressionType.Boolean, Value.Of(flag.Value)),
        Name name => BindName(name),
        Unary { Operator: "not" } unary => Demand(Bind(unary.Operand), TypeKind.Boolean, unary.Position, "not 后面应当是是或否") is { } operand
            ? new SignExpression("not", operand) : null,
        Unary unary => Demand(Bind(unary.Operand), TypeKind.Number, unary.Position, "负号后面应当是数") is { } operand ? new SignExpression("-", operand) : null,
        Binary binary => BindBinary(binary),
        Call call => BindCall(call),
        _ => null,
    };

    private ConstantExpression? BindLiteral(NumberLiteral number)
    {
        if (Unit.TryParse(number.Unit, out var unit))
            return new ConstantExpression(ExpressionType.Number(unit), Value.Of(number.Value));
        Fail("expr.unit", number.Position, $"不认识单位“{number.Unit}”。");
        return null;
    }

    private BoundExpression? BindName(Name name)
    {
        if (printed is not null && name.Code == PrintedExpression.Name)
            return new PrintedExpression(printed);
        if (rowsOf is not null)
        {
            for (var i = 0; i < rowsOf.Inputs.Count; i++)
            {
                if (rowsOf.Inputs[i].Code == name.Code)
                    return new RowInputExpression(Scope.TypeOf(rowsOf.Inputs[i]), i, rowsOf.Code, name.Code, rowsOf.Inputs[i].Label);
            }
        }

        if (scope.Input(name.Code) is { } found)
            return new InputExpression(Scope.TypeOf(found.Input), found.Index, name.Code, found.Input.Label);
        if (scope.Definition(name.Code) is { } definition)
        {
            if (definition.Definition.Group is null || definition.Definition.Group == rowsOf?.Code)
                return definition;
            Fail("expr.rowDefinition", name.Position, $"“{name.Code}”按“{definition.Definition.Group}”逐行计算，只能写成 sum({definition.Definition.Group}, {name.Code}) 这样的形式。");
            return null;
        }

        if (scope.Group(name.Code) is not null)
        {
            Fail("expr.group", name.Position, $"“{name.Code}”是多行填报项，只能用在 sum、avg、min、max、count 里，例如 sum({name.Code}, …)。");
            return null;
        }

        var near = scope.Names.Concat(rowsOf?.Inputs.Select(i => i.Code) ?? []).Order(StringComparer.Ordinal).FirstOrDefault(n => EditDistance.AtMostTwo(n, name.Code));
        Fail("expr.unknownName", name.Position, $"没有名为“{name.Code}”的输入项。{(near is null ? "请核对代码。" : $"是否想写“{near}”？")}");
        return null;
    }

    private BoundExpression? BindBinary(Binary binary)
    {
        var (left, right) = (Bind(binary.Left), Bind(binary.Right));
        if (left is null || right is null)
            return null;
        return binary.Operator switch
        {
            "and" or "or" => BindLogic(binary, left, right),
            "+" or "-" => BindSum(binary, left, right),
            "*" or "/" => BindProduct(binary, left, right),
            _ => BindComparison(binary, left, right),
        };
    }

    private LogicExpression? BindLogic(Binary binary, BoundExpression left, BoundExpression right) =>
        Demand(left, TypeKind.Boolean, binary.Position, $"{binary.Operator} 两边应当是是或否") is not null
        && Demand(right, TypeKind.Boolean, binary.Position, $"{binary.Operator} 两边应当是是或否") is not null
            ? new LogicExpression(binary.Operator, left, right) : null;

    private ArithmeticExpression? BindSum(Binary binary, BoundExpression left, BoundExpression right)
    {
        if (!Numbers(binary, left, right) || Align(left, ref right, binary.Position) is not { } aligned)
            return null;
        return new ArithmeticExpression(aligned.Type, binary.Operator[0], aligned, right, "");
    }

    private ArithmeticExpression? BindProduct(Binary binary, BoundExpression left, BoundExpression right)
    {
        if (!Numbers(binary, left, right))
            return null;
        try
        {
            var unit = binary.Operator == "*" ? left.Type.Unit.Times(right.Type.Unit) : left.Type.Unit.Over(right.Type.Unit);
            return new ArithmeticExpression(ExpressionType.Number(unit), binary.Operator[0], left, right, binary.Operator == "/" ? Labelled(binary.Right).ToString() : "");
        }
        catch (OverflowException)
        {
            Fail("expr.unit", binary.Position, "单位相乘除后过大，请检查公式。");
            return null;
        }
    }

    /// <summary>The expression with labels for codes, as people know the answers.</summary>
    private Expression Labelled(Expression expression) => expression switch
    {
        Name name => new Name(
            rowsOf?.Inputs.FirstOrDefault(i => i.Code == name.Code)?.Label ?? scope.Input(name.Code)?.Input.Label
            ?? scope.Definition(name.Code)?.Definition.Label ?? scope.Group(name.Code)?.Group.Label ?? name.Code),
        Unary unary => unary with { Operand = Labelled(unary.Operand) },
        Binary binary => binary with { Left = Labelled(binary.Left), Right = Labelled(binary.Right) },
        Call call => call with { Arguments = [.. call.Arguments.Select(Labelled)] },
        _ => expression,
    };

    private ComparisonExpression? BindComparison(Binary binary, BoundExpression left, BoundExpression right)
    {
        if (left.Type.Kind != right.Type.Kind || left.Type.Kind == TypeKind.Choices)
        {
            Fail("expr.type", binary.Position, $"“{binary.Operator}”两边不能比较：左边是{left.Type.Describe()}，右边是{right.Type.Describe()}。");
            return null;
        }

        if (left.Type.Kind is TypeKind.Boolean or TypeKind.Text && binary.Operator is not ("=" or "!="))
        {
            Fail("expr.type", binary.Position, $"{left.Type.Describe()}只能用 = 或 != 比较。");
            return null;
        }

        if (left.Type.Kind == TypeKind.Number)
        {
            if (Align(left, ref right, binary.Position) is not { } aligned)
                return null;
            left = aligned;
        }

        return new ComparisonExpression(binary.Operator, left.Type.Kind, left, right);
    }

    private BoundExpression? BindCall(Call call)
    {
        if (call.Arguments is [Name group, ..] && scope.Group(group.Code) is { } found && call.Function is "sum" or "avg" or "min" or "max" or "count" or "distinct")
            return call.Arguments[0] is Name ? BindAggregate(call, found) : null;
        if (call.Function is "lookup" or "level" or "correction" or "measure")
            return BindTable(call);
        if (call.Function == "gate")
            return BindGate(call);
        if (!Functions.Arity.TryGetValue(call.Function, out var arity))
        {
            Fail("expr.unknownFunction", call.Position, $"没有函数“{call.Function}”；可用：{string.Join("、", Functions.Arity.Keys)}、distinct、lookup、level、correction、measure、gate。");
            return null;
        }

        if (call.Arguments.Length < arity.Least || call.Arguments.Length > arity.Most)
        {
            Fail("expr.arity", call.Position, $"{call.Function} 的参数个数不对。");
            return null;
        }

        var arguments = call.Arguments.Select(Bind).ToArray();
        return arguments.Any(a => a is null) ? null : BindFunction(call, arguments!);
    }

    private BoundExpression? BindFunction(Call call, BoundExpression[] arguments)
    {
        switch (call.Function)
        {
            case "if":
                return Demand(arguments[0], TypeKind.Boolean, call.Position, "if 的第一个参数应当是条件") is not null && Same(call, arguments, 1)
                    ? new IfExpression(arguments[1].Type, arguments[0], arguments[1], arguments[2]) : null;
            case "known" or "missing":
                return new FunctionExpression(ExpressionType.Boolean, call.Function, arguments);
            case "count":
                return Demand(arguments[0], TypeKind.Choices, call.Position, "count 的参数应当是多选项或多行填报项") is not null
                    ? new FunctionExpression(ExpressionType.Number(Unit.One), "count", arguments) : null;
            case "has":
                return Demand(arguments[0], TypeKind.Choices, call.Position, "has 的第一个参数应当是多选项") is not null
                    && Demand(arguments[1], TypeKind.Text, call.Position, "has 的第二个参数应当是选项代码") is not null
                    ? new FunctionExpression(ExpressionType.Boolean, "has", arguments) : null;
            case "oneof":
                return arguments.All(a => Demand(a, TypeKind.Text, call.Position, "oneof 的参数应当都是文字") is not null)
                    ? new FunctionExpression(ExpressionType.Boolean, "oneof", arguments) : null;
            case "orelse":
                return Same(call, arguments, 0) ? new OrElseExpression(arguments[0], arguments[1]) : null;
            case "round":
                return arguments.All(a => Demand(a, TypeKind.Number, call.Position, "round 的参数应当是数") is not null)
                    ? new FunctionExpression(arguments[0].Type, "round", arguments) : null;
            default:
                return arguments.All(a => Demand(a, TypeKind.Number, call.Position, $"{call.Function} 的参数应当是数") is not null) && Same(call, arguments, 0)
                    ? new FunctionExpression(arguments[0].Type, call.Function, arguments) : null;
        }
    }

    private AggregateExpression? BindAggregate(Call call, (int Index, RepeatGroup Group) found)
    {
        if (call.Arguments.Length > 2 || (call.Arguments.Length == 1 && call.Function != "count"))
        {
            Fail("expr.arity", call.Position, $"请写成 {call.Function}({found.Group.Code}, 公式)。");
            return null;
        }

        if (call.Arguments.Length == 1)
            return new AggregateExpression(ExpressionType.Number(Unit.One), "count", found.Index, found.Group.Code, null);
        var inner = new Binder(scope, found.Group);
        var body = inner.Bind(call.Arguments[1]);
        _errors.AddRange(inner.Errors);
        var (wanted, word) = call.Function switch { "count" => (TypeKind.Boolean, "条件"), "distinct" => (TypeKind.Text, "文字"), _ => (TypeKind.Number, "数") };
        if (Demand(body, wanted, call.Position, $"{call.Function} 的第二个参数应当是{word}") is null)
            return null;
        var type = wanted == TypeKind.Number ? body!.Type : ExpressionType.Number(Unit.One);
        return new AggregateExpression(type, call.Function, found.Index, found.Group.Code, body);
    }

    private BoundExpression? BindTable(Call call)
    {
        var tables = new TableCalls(scope, rowsOf, Bind, Fail);
        return call.Function switch
        {
            "level" when printed is not null => Nothing("expr.level", call.Position, "修正公式里不能再用 level，请用 printed 表示表列值。"),
            "level" => tables.Level(call),
            "correction" or "measure" => tables.Word(call),
            _ => tables.Lookup(call),
        };
    }

    private GateExpression? BindGate(Call call)
    {
        if (call.Arguments is [TextLiteral code] && scope.Gate(code.Value) is { } gate)
            return new GateExpression(gate.Index, gate.Gate.Code, gate.Gate.Title);
        Fail("expr.gate", call.Position, call.Arguments is [TextLiteral unknown] ? $"没有基本要求“{unknown.Value}”。" : "请写成 gate(\"基本要求代码\")。");
        return null;
    }

    private BoundExpression? Nothing(string code, int position, string message)
    {
        Fail(code, position, message);
        return null;
    }

    private bool Numbers(Binary binary, BoundExpression left, BoundExpression right) =>
        Demand(left, TypeKind.Number, binary.Position, $"“{binary.Operator}”左边应当是数") is not null
        && Demand(right, TypeKind.Number, binary.Position, $"“{binary.Operator}”右边应当是数") is not null;

    /// <summary>Brings arguments from <paramref name="first"/> on to one type and unit.</summary>
    private bool Same(Call call, BoundExpression[] arguments, int first)
    {
        for (var i = first + 1; i < arguments.Length; i++)
        {
            if (arguments[i].Type.Kind != arguments[first].Type.Kind)
            {
                Fail("expr.type", call.Position, $"{call.Function} 的各个参数类型不同：{arguments[first].Type.Describe()}与{arguments[i].Type.Describe()}。");
                return false;
            }

            if (arguments[i].Type.Kind != TypeKind.Number)
                continue;
            if (Align(arguments[first], ref arguments[i], call.Position) is not { } aligned)
                return false;
            arguments[first] = aligned;
        }

        return true;
    }

    /// <summary>Converts the right operand to the unit of the left; a plain zero takes the unit of the other side.</summary>
    private BoundExpression? Align(BoundExpression left, ref BoundExpression right, int position)
    {
        if (IsZero(left))
            return Retype(left, right.Type.Unit);
        if (IsZero(right))
        {
            right = Retype(right, left.Type.Unit);
            return left;
        }

        if (Convert(right, left.Type.Unit, position) is not { } converted)
            return null;
        right = converted;
        return left;
    }

    private static bool IsZero(BoundExpression expression) =>
        expression is ConstantExpression { Value: { IsKnown: true, IsZero: true } } constant && constant.Type is { Kind: TypeKind.Number, Unit.IsDimensionless: true };

    private BoundExpression? Convert(BoundExpression bound, Unit target, int position)
    {
        if (!bound.Type.Unit.SameDimension(target))
        {
            Fail("expr.unitMismatch", position, $"单位不一致：得到“{bound.Type.Unit.Named}”，这里需要“{target.Named}”。");
            return null;
        }

        try
        {
            var factor = bound.Type.Unit.FactorTo(target);
            return factor == 1m ? bound : new ScaleExpression(ExpressionType.Number(target), factor, bound);
        }
        catch (OverflowException)
        {
            Fail("expr.unit", position, $"“{bound.Type.Unit.Named}”与“{target.Named}”相差过大，无法换算，请检查公式。");
            return null;
        }
    }

    private BoundExpression? Demand(BoundExpression? bound, TypeKind kind, int position, string message)
    {
        if (bound is null || bound.Type.Kind == kind)
            return bound;
        Fail("expr.type", position, $"{message}，现在是{bound.Type.Describe()}。");
        return null;
    }

    private void Fail(string code, int position, string message) => _errors.Add(new ExpressionError(code, position, message));
}
