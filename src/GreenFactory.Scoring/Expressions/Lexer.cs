using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.Expressions;

internal enum TokenKind
{
    End,
    Number,
    Text,
    Unit,
    Name,
    Symbol,
}

internal readonly record struct Token(TokenKind Kind, string Text, int Position, decimal Number = 0m);

/// <summary>Cuts a formula into tokens; the first unreadable character ends it with an error.</summary>
internal sealed class Lexer(string text)
{
    public ExpressionError? Error { get; private set; }

    public List<Token> Tokens()
    {
        var tokens = new List<Token>();
        var i = 0;
        while (i < text.Length && Error is null)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
                i++;
            else if (char.IsAsciiDigit(c))
                i = Number(i, tokens);
            else if (c == '"')
                i = Quoted(i, '"', TokenKind.Text, tokens, "文字缺少右引号");
            else if (c == '[')
                i = Quoted(i, ']', TokenKind.Unit, tokens, "单位缺少右方括号");
            else if (char.IsLetter(c) || c == '_')
                i = Word(i, tokens);
            else
                i = Symbol(i, tokens);
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length));
        return tokens;
    }

    private int Number(int start, List<Token> tokens)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
            end++;
        if (!DecimalText.TryParse(text[start..end], out var value) || text[end - 1] == '.')
            Error = new ExpressionError("expr.number", start, $"“{text[start..end]}”不是合法的数字（最多 28 位有效数字）。");
        tokens.Add(new Token(TokenKind.Number, text[start..end], start, value));
        return end;
    }

    private int Quoted(int start, char close, TokenKind kind, List<Token> tokens, string complaint)
    {
        var end = text.IndexOf(close, start + 1);
        if (end < 0)
        {
            Error = new ExpressionError("expr.unclosed", start, $"{complaint}。");
            return text.Length;
        }

        tokens.Add(new Token(kind, text[(start + 1)..end], start));
        return end + 1;
    }

    private int Word(int start, List<Token> tokens)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        tokens.Add(new Token(TokenKind.Name, text[start..end], start));
        return end;
    }

    private int Symbol(int start, List<Token> tokens)
    {
        var two = start + 1 < text.Length ? text.Substring(start, 2) : "";
        if (two is "<=" or ">=" or "!=")
        {
            tokens.Add(new Token(TokenKind.Symbol, two, start));
            return start + 2;
        }

        if ("+-*/()<>=,".Contains(text[start], StringComparison.Ordinal))
        {
            tokens.Add(new Token(TokenKind.Symbol, text[start].ToString(), start));
            return start + 1;
        }

        Error = new ExpressionError("expr.character", start, $"公式中不能使用字符“{text[start]}”；请使用半角的运算符、括号和逗号。");
        return text.Length;
    }
}
