using System.Collections.Immutable;

namespace GreenFactory.Scoring.Expressions;

/// <summary>
/// Recursive-descent parser. From loosest to tightest: or, and, not, comparison (not chained), + and -, * and /, sign, primary.
/// Length and nesting are limited so that no formula can exhaust the stack.
/// </summary>
internal sealed class Parser(string text)
{
    public const int MaxLength = 4000;
    public const int MaxDepth = 60;

    private static readonly string[] Comparisons = ["=", "!=", "<", "<=", ">", ">="];

    private List<Token> _tokens = [];
    private int _next;
    private int _depth;
    private ExpressionError? _error;

    private Token Current => _tokens[_next];

    public ExpressionResult Parse()
    {
        if (text.Length > MaxLength)
            return new ExpressionResult(null, new ExpressionError("expr.tooLong", MaxLength, $"公式超过 {MaxLength} 个字符，请拆成几个指标或参数。"));
        if (string.IsNullOrWhiteSpace(text))
            return new ExpressionResult(null, new ExpressionError("expr.empty", 0, "公式为空。"));
        var lexer = new Lexer(text);
        _tokens = lexer.Tokens();
        if (lexer.Error is not null)
            return new ExpressionResult(null, lexer.Error);
        var expression = Or();
        if (_error is null && Current.Kind != TokenKind.End)
            Fail("expr.trailing", $"公式在“{Current.Text}”之前就应当结束；是否少了运算符或逗号？");
        return _error is null ? new ExpressionResult(expression, null) : new ExpressionResult(null, _error);
    }

    private Expression Or() => Nested(() => Chain(And, "or"));

    private Expression And() => Chain(Not, "and");

    private Expression Chain(Func<Expression> operand, params string[] operators)
    {
        var left = operand();
        var length = 0;
        while (_error is null && Is(operators))
        {
            var token = Take();
            if (++length > MaxDepth)
                return Fail("expr.tooDeep", $"一串运算超过 {MaxDepth} 项，请用 sum 或拆分公式。");
            left = new Binary(token.Text, left, operand()) { Position = token.Position };
        }

        return left;
    }

    private Expression Not()
    {
        if (!Is("not"))
            return Comparison();
        var token = Take();
        return Nested(() => new Unary("not", Not()) { Position = token.Position });
    }

    private Expression Comparison()
    {
        var left = Sum();
        if (!Is(Comparisons))
            return left;
        var token = Take();
        var result = new Binary(token.Text, left, Sum()) { Position = token.Position };
        return Is(Comparisons) ? Fail("expr.chained", "比较不能连写，请用 and 连接，例如 a > 1 and a < 5。") : result;
    }

    private Expression Sum() => Chain(Product, "+", "-");

    private Expression Product() => Chain(Sign, "*", "/");

    private Expression Sign()
    {
        if (!Is("-"))
            return Primary();
        var token = Take();
        return Nested(() => new Unary("-", Sign()) { Position = token.Position });
    }

    private Expression Primary()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                var unit = Current.Kind == TokenKind.Unit ? Take().Text : null;
                return new NumberLiteral(token.Number, unit) { Position = token.Position };
            case TokenKind.Text:
                return new TextLiteral(token.Text) { Position = token.Position };
            case TokenKind.Name when token.Text is "true" or "false":
                return new BooleanLiteral(token.Text == "true") { Position = token.Position };
            case TokenKind.Name when token.Text is "and" or "or" or "not":
                return Fail("expr.operand", $"“{token.Text}”处缺少一个数或一个名称。", token.Position);
            case TokenKind.Name when Is("("):
                return new Call(token.Text, Arguments()) { Position = token.Position };
            case TokenKind.Name:
                return new Name(token.Text) { Position = token.Position };
            case TokenKind.Symbol when token.Text == "(":
                var inner = Or();
                Expect(")");
                return inner;
            case TokenKind.End:
                return Fail("expr.end", "公式没有写完。", token.Position);
            default:
                return Fail("expr.operand", $"“{token.Text}”处缺少一个数或一个名称。", token.Position);
        }
    }

    private ImmutableArray<Expression> Arguments()
    {
        Take();
        var arguments = ImmutableArray.CreateBuilder<Expression>();
        if (!Is(")"))
        {
            do
            {
                arguments.Add(Or());
            }
            while (_error is null && TakeIf(","));
        }

        Expect(")");
        return arguments.ToImmutable();
    }

    private Expression Nested(Func<Expression> parse)
    {
        if (++_depth > MaxDepth)
            return Fail("expr.tooDeep", $"括号或函数嵌套超过 {MaxDepth} 层。");
        var result = parse();
        _depth--;
        return result;
    }

    private bool Is(params ReadOnlySpan<string> words) => Current.Kind is TokenKind.Symbol or TokenKind.Name && words.Contains(Current.Text);

    private bool TakeIf(string word)
    {
        if (!Is(word))
            return false;
        Take();
        return true;
    }

    private void Expect(string symbol)
    {
        if (_error is null && !TakeIf(symbol))
            Fail("expr.expected", $"这里应当是“{symbol}”。");
    }

    private Token Take()
    {
        var token = Current;
        if (_next < _tokens.Count - 1)
            _next++;
        return token;
    }

    private NumberLiteral Fail(string code, string message, int? position = null)
    {
        _error ??= new ExpressionError(code, position ?? Current.Position, message);
        _next = _tokens.Count - 1;
        return new NumberLiteral(0m, null);
    }
}
