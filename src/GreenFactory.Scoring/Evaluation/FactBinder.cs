using System.Collections.Immutable;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>Turns answers into typed values of the rule set's inputs and reports every answer that cannot be used or needs a second look.</summary>
internal sealed class FactBinder(RuleSet set, Scope scope, FactCodes known, List<Problem> problems)
{
    public Value[] Inputs(Facts facts) => Values(set.Inputs, facts.Inputs, new Place(null, 0));

    public Value[][][] Rows(Facts facts)
    {
        foreach (var (code, _) in facts.Groups)
        {
            if (scope.Group(code) is null)
                problems.Add(new Problem("facts.unknownGroup", AnswerPlace.OfGroup(code).ToString(), $"规则集没有多行填报项“{code}”，请核对代码。{Suggest(code, set.RepeatGroups.Select(g => g.Code))}"));
        }

        var rows = new Value[set.RepeatGroups.Count][][];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = Rows(set.RepeatGroups[i], facts.Groups.GetValueOrDefault(set.RepeatGroups[i].Code));
        return rows;
    }

    public void CheckCodes(Facts facts)
    {
        Check(facts.Gates, known.Gates, "gates", "基本要求");
        Check(facts.NotApplicable, known.Indicators, "notApplicable", "指标");
        Check(facts.Grades, known.Graded, "grades", "需专家评分的指标");
        Check(facts.Declared, known.Choosing, "declared", "选项指标");
        if (facts.Declared.IsEmpty)
            return;
        foreach (var indicator in set.Indicators)
        {
            if (facts.Declared.TryGetValue(indicator.Code, out var declared))
                CheckDeclared(indicator, declared);
        }
    }

    private void CheckDeclared(Indicator indicator, ImmutableArray<string> declared)
    {
        var path = $"declared.{indicator.Code}";
        foreach (var choose in FactCodes.Choices(indicator.Leaf))
        {
            var codes = choose.Children.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
            foreach (var code in declared.Where(code => !codes.Contains(code)))
                problems.Add(new Problem("facts.unknownCode", path, $"“{indicator.Name}”没有可选项“{code}”。{Suggest(code, codes)}"));
            if (declared.Distinct(StringComparer.Ordinal).Count() < declared.Length)
                problems.Add(new Problem("facts.declaredTwice", path, $"“{indicator.Name}”同一项申报了两次，请只保留一次。"));
            if (choose.Mode == ChooseMode.Declared && declared.Length > choose.Take)
                problems.Add(new Problem("facts.tooManyDeclared", path, $"“{indicator.Name}”只能申报 {choose.Take} 项，现在申报了 {declared.Length} 项。"));
        }
    }

    private static string Suggest(string code, IEnumerable<string> known) =>
        known.FirstOrDefault(k => EditDistance.AtMostTwo(k, code)) is { } near ? $"是否想写“{near}”？" : "";

    private void Check<T>(ImmutableSortedDictionary<string, T> given, HashSet<string> codes, string where, string what)
    {
        if (given.IsEmpty)
            return;
        foreach (var (code, _) in given)
        {
            if (!codes.Contains(code))
                problems.Add(new Problem("facts.unknownCode", $"{where}.{code}", $"规则集没有代码为“{code}”的{what}。{Suggest(code, codes)}"));
        }
    }

    private Value[][] Rows(RepeatGroup group, ImmutableArray<ImmutableSortedDictionary<string, Answer>> rows)
    {
        if (rows.IsDefaultOrEmpty)
            return [];
        if (rows.Length > group.MaxRows)
            problems.Add(new Problem("facts.tooManyRows", AnswerPlace.OfGroup(group.Code).ToString(), $"“{group.Label}”最多填 {group.MaxRows} 行，现在有 {rows.Length} 行，多出的不计。"));
        var result = new Value[Math.Min(rows.Length, group.MaxRows)][];
        for (var i = 0; i < result.Length; i++)
            result[i] = Values(group.Inputs, rows[i], new Place(group, i));
        return result;
    }

    /// <summary>The values of inputs, in their order. Names are looked for only when there are more answers than inputs that have one.</summary>
    private Value[] Values(IReadOnlyList<InputDefinition> inputs, ImmutableSortedDictionary<string, Answer> answers, Place place)
    {
        var values = new Value[inputs.Count];
        var answered = 0;
        for (var i = 0; i < values.Length; i++)
        {
            answered += answers.TryGetValue(inputs[i].Code, out var answer) ? 1 : 0;
            values[i] = Read(inputs[i], answer, place);
        }

        if (answered != answers.Count)
        {
            var codes = inputs.Select(input => input.Code).ToHashSet(StringComparer.Ordinal);
            foreach (var code in answers.Keys.Where(code => !codes.Contains(code)))
                problems.Add(new Problem("facts.unknownInput", place.Of(code), place.Unknown(code) + Suggest(code, codes)));
        }

        return values;
    }

    private Value Read(InputDefinition input, Answer? answer, Place place)
    {
        if (answer is null || answer.Parts.All(string.IsNullOrWhiteSpace))
            return scope.Unanswered(input);
        if (answer.Parts.Length > 1 && input.Type != InputType.MultiChoice)
            return Refuse(input, place, "facts.single", "只能有一个答案，请不要填写列表。");
        return input.Type switch
        {
            InputType.Number => ReadNumber(input, answer.Text, place),
            InputType.Boolean => TypedText.TryReadBoolean(answer.Text, out var flag) ? Value.Of(flag) : Refuse(input, place, "facts.boolean", "请回答“是”或“否”。"),
            InputType.Date => TypedText.TryReadDate(answer.Text, out var date) ? Value.Of(date) : Refuse(input, place, "facts.date", "请填写日期，例如 2026-01-31。"),
            InputType.Choice => ReadChoice(input, answer.Text.Trim(), place),
            InputType.MultiChoice => ReadChoices(input, answer, place),
            _ => Value.Of(answer.Text),
        };
    }

    private Value ReadNumber(InputDefinition input, string typed, Place place)
    {
        if (!TypedText.TryReadNumber(typed, out var number, out var complaint))
            return Refuse(input, place, "facts.number", complaint);
        if (number < input.Min)
            return Refuse(input, place, "facts.belowMin", $"不能小于 {DecimalText.Write(input.Min.Value)}{Spaced(input.Unit)}，现在是 {DecimalText.Write(number)}。");
        if (number > input.Max)
            return Refuse(input, place, "facts.aboveMax", $"不能大于 {DecimalText.Write(input.Max.Value)}{Spaced(input.Unit)}，现在是 {DecimalText.Write(number)}。");
        if (number < input.PlausibleMin || number > input.PlausibleMax)
            problems.Add(new Problem("facts.implausible", place.Of(input.Code), $"“{input.Label}”为 {DecimalText.Write(number)} {input.Unit}，{Slip(input, number)}", 0, Severity.Warning));
        return Value.Of(number);
    }

    private static string Spaced(string unit) => unit.Length == 0 ? "" : $" {unit}";

    private static string Slip(InputDefinition input, decimal number)
    {
        if (number != 0m && Plausible(input, number / 1000m))
            return $"超出常见范围；是否填大了 1000 倍（单位应为 {input.Unit}）？";
        if (number < 1_000_000_000_000m && number != 0m && Plausible(input, number * 1000m))
            return $"低于常见范围；是否填小了 1000 倍（单位应为 {input.Unit}）？";
        return "超出常见范围，请核对数值和单位。";
    }

    private static bool Plausible(InputDefinition input, decimal number) => !(number < input.PlausibleMin) && !(number > input.PlausibleMax);

    private Value ReadChoice(InputDefinition input, string typed, Place place)
    {
        if (input.OptionsFrom is { } tableCode)
        {
            return scope.Table(tableCode)?.Knows(typed) == true
                ? Value.Of(typed)
                : Refuse(input, place, "facts.option", $"“{typed}”不在参数表“{scope.Table(tableCode)?.Table.Label}”中，请从列表选择。");
        }

        return OptionOf(input, typed) is { } option
            ? Value.Of(option.Code)
            : Refuse(input, place, "facts.option", $"没有选项“{typed}”，可选：{string.Join("、", input.Options.Select(o => o.Label))}。");
    }

    private Value ReadChoices(InputDefinition input, Answer answer, Place place)
    {
        var codes = new List<string>();
        foreach (var typed in answer.Parts)
        {
            foreach (var range in typed.AsSpan().Split(','))
            {
                var part = typed.AsSpan(range).Trim();
                if (part.IsEmpty)
                    continue;
                if (OptionOf(input, part) is not { } option)
                    return Refuse(input, place, "facts.option", $"没有选项“{part}”。");
                if (!codes.Contains(option.Code))
                    codes.Add(option.Code);
            }
        }

        return Value.Of((IReadOnlyList<string>)codes);
    }

    private static InputOption? OptionOf(InputDefinition input, ReadOnlySpan<char> typed)
    {
        for (var i = 0; i < input.Options.Count; i++)
        {
            if (typed.SequenceEqual(input.Options[i].Code) || typed.SequenceEqual(input.Options[i].Label))
                return input.Options[i];
        }

        return null;
    }

    private Value Refuse(InputDefinition input, Place place, string code, string message)
    {
        problems.Add(new Problem(code, place.Of(input.Code), $"“{input.Label}”：{message}"));
        return Value.Error($"“{input.Label}”填写有误");
    }

    /// <summary>Where an answer stands: among those of the unit, or in a row of a group.</summary>
    private readonly record struct Place(RepeatGroup? Group, int Row)
    {
        public string Of(string code) => (Group is null ? AnswerPlace.OfInput(code) : AnswerPlace.OfCell(Group.Code, Row, code)).ToString();

        public string Unknown(string code) => Group is null ? $"规则集没有输入项“{code}”，请核对代码。" : $"“{Group.Label}”没有名为“{code}”的栏目。";
    }
}
