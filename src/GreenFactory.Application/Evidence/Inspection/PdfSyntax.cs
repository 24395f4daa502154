using System.Globalization;
using System.Text;

namespace GreenFactory.Application.Evidence.Inspection;

/// <summary>A reference to an object of the file.</summary>
/// <param name="Number">Number of the object.</param>
/// <param name="Generation">Its generation.</param>
internal sealed record PdfReference(int Number, int Generation);

/// <summary>
/// Reads the values that a trailer is made of (ISO 32000-2, 7.3): dictionaries as <see cref="Dictionary{TKey,TValue}"/>, arrays as lists, strings as bytes,
/// names with their slash, numbers as <see cref="long"/>, references as <see cref="PdfReference"/>; everything else as the word itself.
/// </summary>
internal ref struct PdfSyntax(ReadOnlySpan<byte> bytes, int position)
{
    private const int MaxDepth = 32;
    private static readonly byte[] Delimiters = [.. "()<>[]{}/%"u8];
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at = position;

    /// <summary>Reads the next value; null where there is none that can be read.</summary>
    internal object? Value(int depth = 0)
    {
        SkipBlanks();
        if (_at >= _bytes.Length || depth > MaxDepth)
            return null;
        switch (_bytes[_at])
        {
            case (byte)'<' when Next() == '<':
                return Dictionary(depth);
            case (byte)'<':
                return Hexadecimal();
            case (byte)'(':
                return Literal();
            case (byte)'[':
                return Array(depth);
            default:
                return Word() is { } word ? NumberOrReference(word) : null;
        }
    }

    /// <summary>Reads <c>n g obj</c> and the value after it; null where there is no object.</summary>
    internal object? Object() =>
        Word() is { } number && IsWhole(number) && Word() is { } generation && IsWhole(generation) && Word() == "obj" ? Value() : null;

    private static bool IsWhole(string word) => word.All(char.IsAsciiDigit);

    private static bool IsBlank(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    private readonly int Next() => _at + 1 < _bytes.Length ? _bytes[_at + 1] : -1;

    private void SkipBlanks()
    {
        while (_at < _bytes.Length && (IsBlank(_bytes[_at]) || _bytes[_at] == '%'))
        {
            if (_bytes[_at] == '%')
            {
                while (_at < _bytes.Length && _bytes[_at] is not (10 or 13))
                    _at++;
            }
            else
            {
                _at++;
            }
        }
    }

    private Dictionary<string, object?>? Dictionary(int depth)
    {
        _at += 2;
        var entries = new Dictionary<string, object?>();
        while (true)
        {
            SkipBlanks();
            if (_at + 1 >= _bytes.Length)
                return null;
            if (_bytes[_at] == '>' && _bytes[_at + 1] == '>')
            {
                _at += 2;
                return entries;
            }

            if (Word() is not ['/', ..] key || Value(depth + 1) is not { } value)
                return null;
            entries[key] = value;
        }
    }

    private List<object?>? Array(int depth)
    {
        _at++;
        var items = new List<object?>();
        while (true)
        {
            SkipBlanks();
            if (_at >= _bytes.Length)
                return null;
            if (_bytes[_at] == ']')
            {
                _at++;
                return items;
            }

            if (Value(depth + 1) is not { } item)
                return null;
            items.Add(item);
        }
    }

    private byte[]? Hexadecimal()
    {
        var length = _bytes[_at..].IndexOf((byte)'>');
        if (length < 0)
            return null;
        var digits = new string([.. Encoding.Latin1.GetString(_bytes.Slice(_at + 1, length - 1)).Where(char.IsAsciiHexDigit)]);
        _at += length + 1;
        return Convert.FromHexString(digits.Length % 2 == 0 ? digits : digits + "0");
    }

    private byte[]? Literal()
    {
        var content = new List<byte>();
        var open = 1;
        for (_at++; _at < _bytes.Length; _at++)
        {
            var value = _bytes[_at];
            open += value == '(' ? 1 : value == ')' ? -1 : 0;
            if (open == 0)
            {
                _at++;
                return [.. content];
            }

            if (value == '\\')
                Escaped(content);
            else
                content.Add(value);
        }

        return null;
    }

    private void Escaped(List<byte> content)
    {
        var octal = 0;
        var digits = 0;
        while (digits < 3 && Next() is >= '0' and <= '7' and var digit)
        {
            octal = (octal * 8) + digit - '0';
            digits++;
            _at++;
        }

        if (digits > 0)
        {
            content.Add((byte)octal);
            return;
        }

        var next = Next();
        _at++;
        switch (next)
        {
            case '\r' when Next() == '\n':
                _at++;
                break;
            case '\r' or '\n' or -1:
                break;
            default:
                content.Add((byte)(next switch { 'n' => 10, 'r' => 13, 't' => 9, 'b' => 8, 'f' => 12, _ => next }));
                break;
        }
    }

    private string? Word()
    {
        SkipBlanks();
        var start = _at;
        if (_at < _bytes.Length && _bytes[_at] == '/')
            _at++;
        while (_at < _bytes.Length && !IsBlank(_bytes[_at]) && !Delimiters.AsSpan().Contains(_bytes[_at]))
            _at++;
        return _at == start ? null : Encoding.Latin1.GetString(_bytes[start.._at]);
    }

    private object NumberOrReference(string word)
    {
        if (!long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return word;
        var after = _at;
        if (Word() is { } generation && IsWhole(generation) && Word() == "R" && int.TryParse(generation, out var version) && number is >= 0 and <= int.MaxValue)
            return new PdfReference((int)number, version);
        _at = after;
        return number;
    }
}
